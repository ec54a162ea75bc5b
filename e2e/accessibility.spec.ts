/**
 * axe-core on the states of the page, at the size of a desktop and of a phone, light and dark:
 * nothing serious or moderate. One visit walks them all, since only a few states need work.
 */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';
import type { AppPage } from './pages/app';
import { expect, test } from './support/fixtures';
import { addPieces, setUpRun } from './support/steps';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

interface Window {
  size: { width: number; height: number };
  colorScheme: 'light' | 'dark';
}

/** Each size and each theme once: faults depend on one or the other, and a look takes seconds. */
const crossed: readonly Window[] = [
  { size: desktop, colorScheme: 'light' },
  { size: phone, colorScheme: 'dark' },
];
const all: readonly Window[] = [
  ...crossed,
  { size: desktop, colorScheme: 'dark' },
  { size: phone, colorScheme: 'light' },
];

/** Targets of at least 24 pixels are a rule of WCAG 2.2, which axe-core leaves out by default. */
const RUN = `axe.run({
  resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } },
})`;

/** Lays out what is out of sight: in Firefox axe-core measures it where it would not be drawn. */
async function layOutAll(page: Page): Promise<void> {
  if (page.context().browser()?.browserType().name() !== 'firefox') return;
  await page.evaluate(() => {
    for (const row of document.querySelectorAll<HTMLElement>('li')) {
      row.style.contentVisibility = 'visible';
    }
  });
}

/** Ends the fading of colours into others: Playwright turns motion off only in Chromium. */
async function endFading(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const motion of document.getAnimations()) {
      if (motion instanceof CSSTransition) motion.finish();
    }
  });
}

/** Rule, impact and place of each finding that counts. */
async function findings(page: Page): Promise<string[]> {
  await layOutAll(page);
  await endFading(page);
  const found = await page.evaluate<AxeResults>(RUN);
  return found.violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [id, impact, target.join(' '), failureSummary?.split('\n').at(-1)?.trim()].join(' | '),
      ),
    );
}

/** Looks at the state in windows of both kinds; the theme changes as the system's does. */
async function check(page: Page, state: string, windows = crossed): Promise<void> {
  for (const { size, colorScheme } of windows) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(colorScheme === 'dark');
    const where = `${state}, ${size.width} pixels wide, ${colorScheme}`;
    expect.soft(await findings(page), where).toEqual([]);
  }
  await page.setViewportSize(desktop);
}

/** Opens a dialog, checks it, and closes it. */
async function checkDialog({ page }: AppPage, name: string, state: string): Promise<void> {
  const opener = page.getByRole('button', { name, exact: true });
  await opener.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check(page, state);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('no state of the page has a serious or moderate fault', async ({ app, page }) => {
  test.slow();
  await app.open('wasm');
  // As a string: the page's policy allows no added script.
  await page.evaluate(axe.source);
  await check(page, 'empty', all);
  await checkDialog(app, 'Keyboard', 'help');
  await checkDialog(app, 'Engine details', 'engine');
  await checkDialog(app, 'Credits of Etude’s own model', 'credits');

  await page.getByRole('button', { name: 'Play the opening' }).click();
  await check(page, 'keyboard recorder');
  await page.getByRole('button', { name: 'Close the recorder' }).click();

  await app.library.loadSamples.click();
  await expect(app.library.pieces).toHaveCount(10, { timeout: 60_000 });
  await app.library.settled();
  await check(page, 'sample library');
  await app.library.removeAll.click();

  await addPieces(app);
  // It is stopped by hand.
  await setUpRun(app, { Epochs: 5000 });
  await app.training.train.click();
  await app.training.reachesStep(2);
  await app.training.pause.click();
  await expect(app.training.resume).toBeEnabled();
  await check(page, 'training');
  await app.training.stop.click();
  await app.training.finished();

  await app.compose.composeTake({ length: 16, seed: 1 });
  await check(page, 'takes', all);
  await checkDialog(app, 'Download audio', 'audio formats');
  await page.setViewportSize(phone);
  await app.compose.take('Take 1').scrollIntoViewIfNeeded();
  await expect(app.stage.play).toBeInViewport();
  await expect(app.stage.download).toBeInViewport();
});
