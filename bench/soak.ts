/**
 * Does memory stay flat? The whole app, as a person would use it: a long run, and take after take
 * composed beside it. Tensors, the JavaScript heaps of the page and its workers, and both WASM
 * memories may stand at most five per cent above their level after warming up.
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
/** Share of the work after which everything that is made once has been made. */
const WARM_UP = 0.2;
/** The list of takes is kept this short: what a person keeps is no leak. */
const KEPT_TAKES = 4;
const PIECES = 30;

requireKernels();
// With a cache of its own, so that no other server's finds make it load the page again.
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
  // Composing needs a model, which the first checkpoint brings.
  await app.compose.generate.and(page.locator(':enabled')).waitFor({ timeout: 300_000 });

  await composeUntil(app, 0, Math.ceil(takes * WARM_UP), Math.ceil(steps * WARM_UP));
  // Not before all workers are there: a second debugger may keep one from starting.
  const gauge = await MemoryGauge.over(page);
  const warm = await gauge.read();
  await composeUntil(app, Math.ceil(takes * WARM_UP), takes, steps);
  const end = await gauge.read();
  console.log(`${await app.training.stepsTaken()} steps, ${takes} takes, on ${engine}.`);
  return { warm, end };
}

/** Composes up to take `last`, then waits until the run has taken so many steps. */
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
