/**
 * Memory leak test of the whole app, used as a person would: a long run, and takes composed
 * alongside. Tensors, the JavaScript heaps of the page and its workers, and both WASM memories may
 * end at most five per cent above their level after warming up.
 *
 *     npm run soak -- [--steps 2000] [--takes 200] [--engine wasm]
 */
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { AppPage } from '../e2e/pages/app';
import { melodyFile } from '../e2e/support/midiFiles';
import { requireKernels } from '../scripts/assets';
import { chromiumFlags, requireChromium } from '../scripts/chromium';
import { commandOptions, oneOf, whole } from '../scripts/commandLine';
import { formatLevels, type Levels, partsOf, verdict } from './soak/levels';
import { MemoryGauge } from './soak/memoryGauge';

const { steps, takes, engine } = commandOptions({
  steps: whole(2000),
  takes: whole(200),
  engine: oneOf(['wasm', 'webgl', 'cpu'], 'wasm'),
});
/** Share of the work that is warm-up, after which all lasting allocations have been made. */
const WARM_UP = 0.2;
/** Length limit of the list of takes, as kept takes are no leak. */
const KEPT_TAKES = 4;
const PIECES = 30;

requireKernels();
// A separate cache, so that another server's optimized dependencies do not reload the page.
const server = await createServer({
  logLevel: 'warn',
  cacheDir: 'node_modules/.vite-soak',
  server: { port: 0, host: 'localhost', watch: null, hmr: false },
});
await server.listen();
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: chromiumFlags,
});
try {
  const page = await browser.newPage({ baseURL: address });
  page.on('pageerror', (error) => console.error(error.message));
  page.setDefaultTimeout(120_000);
  const levels = await soak(page);
  console.log(formatLevels(levels));
  const { flat, text } = verdict(levels, partsOf[engine]);
  console.log(text);
  process.exitCode = flat ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}

async function soak(page: Page): Promise<{ warm: Levels; end: Levels }> {
  const app = new AppPage(page);
  await app.open(engine);
  await app.library.choose(
    Array.from({ length: PIECES }, (_, i) => melodyFile(`Piece ${i + 1}`, 48 + (i % 12), 64)),
  );
  await app.library.settled();
  await app.training.preset.selectOption('Classic (the published network)');
  await app.training.type({ Epochs: 10_000 });
  await app.training.train.click();
  // Composing needs a model, which exists from the first checkpoint on.
  await app.compose.generate.and(page.locator(':enabled')).waitFor({ timeout: 300_000 });

  await composeUntil(app, 0, Math.ceil(takes * WARM_UP), Math.ceil(steps * WARM_UP));
  // Attaches after all workers have started: a second debugger may block a start.
  const gauge = await MemoryGauge.over(page);
  const warm = await gauge.read();
  await composeUntil(app, Math.ceil(takes * WARM_UP), takes, steps);
  const end = await gauge.read();
  console.log(`${await app.training.stepsTaken()} steps, ${takes} takes, on ${engine}.`);
  return { warm, end };
}

/** Composes up to take `last`, then waits for a number of training steps. */
async function composeUntil(
  { compose, training, page }: AppPage,
  first: number,
  last: number,
  wantedSteps: number,
): Promise<void> {
  await compose.length.fill('24');
  for (let made = first; made < last; made++) {
    await compose.seed.fill(String(made));
    await compose.generate.click();
    await compose.cancel.and(page.locator(':disabled')).waitFor();
    if ((await compose.takes.count()) <= KEPT_TAKES) continue;
    await page
      .getByRole('button', { name: /^Remove Take \d+$/ })
      .first()
      .click();
  }
  while ((await training.stepsTaken()) < wantedSteps) await page.waitForTimeout(500);
}
