/** The promises of SECURITY.md, tested on the built app in the preview server. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures';
import { lowerDown, melodyFile, type TestFile, upAndDown } from './support/midiFiles';
import type { PageWatch } from './support/pageWatch';
import { StaticHost } from './support/staticHost';

const DIST = join(import.meta.dirname, '../dist');

test('the main job stays within the policy and sends no request to another origin', async ({
  page,
  app,
}) => {
  // Workers report theirs in the console, which fails the suite as well.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`Policy violated: ${event.violatedDirective} by ${event.blockedURI}`);
    });
  });
  await app.open('wasm');
  await app.library.loadSamples.click();
  await expect(app.library.pieces).toHaveCount(10, { timeout: 60_000 });
  await app.library.settled();

  // The sampled piano, Tone.js's blob worker.
  await app.library.play('The Entertainer').click();
  await expect.poll(() => app.stage.seconds(), { timeout: 60_000 }).toBeGreaterThan(0);
  await app.stage.stop.click();

  // Overlays, which bring inline styles.
  await app.header.engineDetails.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await app.header.theme.click();

  // Kernels, the loss curve, composing.
  await app.library.removeAll.click();
  await app.library.choose([upAndDown, lowerDown]);
  await app.library.settled();
  await app.training.preset.selectOption('Classic (the published network)');
  await app.training.type({ Epochs: 2, 'Batch size': 16, 'Sequence length': 8 });
  await app.training.train.click();
  await app.training.finished();
  await app.compose.composeTake({ length: 16, seed: 1 });
  await app.stage.save();
});

test('a file named like markup, and a title of markup, are text', async ({ page, app }) => {
  const markup = '<img src=x onerror=alert(1)>';
  const named: TestFile = { ...melodyFile('<b>Bold</b><script>alert(2)</script>', 60, 16) };
  await app.open('wasm');
  await app.library.choose([
    { ...named, name: `${markup}.mid` },
    { name: `${markup} & none.mid`, bytes: new Uint8Array([1, 2, 3]) },
  ]);
  await app.library.settled();
  await expect(app.library.pieces).toHaveCount(1);
  await expect(app.library.pieces).toContainText('<b>Bold</b>');
  await expect(app.library.notAdded).toContainText(`${markup} & none.mid`);
  await expect(page.locator('img[src="x"], b, #root script')).toHaveCount(0);
});

/** Tries what the policy forbids. @returns the directives that stood in the way, and of what */
async function tryForbidden(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const seen = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      seen.add(`${effectiveDirective} ${blockedURI}`);
    });
    await fetch('https://example.com/fetch').catch(() => undefined);
    navigator.sendBeacon('https://example.com/beacon', 'notes');
    new Image().src = 'https://example.com/image';
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.inline = "ran"';
    document.head.append(script);
    // In a task of its own: the tool that drives the page may evaluate, the page may not.
    setTimeout(() => new Function('document.documentElement.dataset.evaluated = "ran"')());
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return [...seen];
  });
  await expect(page.locator('html[data-inline], html[data-evaluated]')).toHaveCount(0);
  return violations.sort();
}

const ALL_FORBIDDEN = [
  'connect-src https://example.com/beacon',
  'connect-src https://example.com/fetch',
  'img-src https://example.com/image',
  'script-src eval',
  'script-src-elem inline',
];

/** Browsers report each refusal; there must be no other complaint or request. */
function forgiveRefusals(watch: PageWatch): void {
  for (const complaint of watch.complaints.splice(0)) {
    expect(complaint).toMatch(/Content[ -]Security[ -]Policy|blocked by CSP|example\.com/);
  }
  for (const address of watch.foreignRequests.splice(0)) {
    expect(address).toMatch(/^https:\/\/example\.com\/\w+$/);
  }
}

test('the policy binds the page', async ({ page, app, watch }) => {
  await app.open('wasm');
  expect(await tryForbidden(page)).toEqual(ALL_FORBIDDEN);
  forgiveRefusals(watch);
});

test('the policy binds the workers', async ({ page, app, watch, browserName }) => {
  test.skip(browserName === 'firefox', 'Playwright runs no code in the workers of Firefox.');
  await app.open('wasm');
  // A worker is bound by the headers of its script. The measuring worker ends when it is done; the
  // one that reads files stays.
  await expect(app.header.engine).toContainText('notes/s', { timeout: 60_000 });
  await app.library.choose([upAndDown]);
  await app.library.settled();
  await expect.poll(() => page.workers().length).toBe(1);
  const [worker] = page.workers();
  const refused = await worker.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      self.addEventListener('securitypolicyviolation', (event) => {
        resolve(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await fetch('https://example.com/worker').catch(() => undefined);
    return violation;
  });
  expect(refused).toBe('connect-src https://example.com/worker');
  forgiveRefusals(watch);
});

test('the page binds itself where a host sends no headers', async ({ page, watch }) => {
  const host = await StaticHost.start();
  watch.allow(host.origin);
  host.hold('sw.js');
  await page.goto(host.url);
  expect(await tryForbidden(page)).toEqual(ALL_FORBIDDEN);
  forgiveRefusals(watch);
  await page.close();
  await host.stop();
});

test('every answer carries the policy and the headers of isolation', async ({ page, app }) => {
  const seen: [url: string, headers: Record<string, string>][] = [];
  page.on('response', (response) => {
    if (response.url().startsWith('http')) seen.push([response.url(), response.headers()]);
  });
  await app.open('wasm');
  expect(seen.length).toBeGreaterThan(3);
  for (const [url, headers] of seen) {
    expect(headers['content-security-policy'], url).toContain("connect-src 'self'");
    expect(headers['content-security-policy'], url).not.toContain("'unsafe-");
    expect(headers['cross-origin-embedder-policy'], url).toBe('require-corp');
  }
});

test('no built page, style or manifest names another origin to load from', async () => {
  const files = await readdir(DIST, { recursive: true });
  const read = files.filter((file) => ['.html', '.css', '.webmanifest'].includes(extname(file)));
  expect(read.length).toBeGreaterThanOrEqual(3);
  for (const file of read) {
    const content = await readFile(join(DIST, file), 'utf8');
    expect(content, file).not.toMatch(/(?:src|href|action)\s*["']?[=:]\s*["']?(?:https?:)?\/\//i);
    expect(content, file).not.toMatch(/(?:url\(|@import)\s*["']?(?:https?:)?\/\//i);
  }
  const page = await readFile(join(DIST, 'index.html'), 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).not.toContain('unsafe-inline');
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
});
