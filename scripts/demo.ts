/**
 * `npm run demo`: the main job, unattended. Builds and serves the app, opens it in Chromium, trains
 * on the sample library or on given files, composes, and saves the takes as `.mid` files along with
 * a screenshot.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { build, type PreviewServer, preview } from 'vite';
import { AppPage } from '../e2e/pages/app';
import type { EpochRow } from '../e2e/pages/trainingPanel';
import { plural } from '../src/lib/counts';
import { quietFlags, requireChromium } from './chromium';
import { findFiles } from './demoFiles';
import { LiveLine } from './demoLine';
import { type DemoOptions, HELP, readOptions } from './demoOptions';
import { runProcess } from './runProcess';

/** Polling interval, milliseconds. */
const LOOK_EVERY = 200;
const WINDOW = { width: 1440, height: 900 };

/** Error that the user can fix, printed without a stack. */
class DemoError extends Error {}

const line = new LiveLine();
let browser: Browser | undefined;
let server: PreviewServer | undefined;
let stopped = false;

async function closeAll(): Promise<void> {
  await browser?.close();
  await server?.close();
}

async function buildAndServe(): Promise<string> {
  line.show('Building the app ...');
  const { status } = await runProcess('npm', ['run', '--silent', 'prepare:assets'], 300);
  if (status !== 0) throw new DemoError('The piano samples and kernels could not be made.');
  await build({ logLevel: 'warn' });
  server = await preview({ logLevel: 'warn', preview: { host: 'localhost', port: 4180 } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new DemoError('The built app could not be served.');
  return address;
}

async function openApp(address: string, { backend, headed }: DemoOptions): Promise<AppPage> {
  line.show('Opening the app ...');
  browser = await chromium.launch({
    executablePath: requireChromium(),
    headless: !headed,
    // Software WebGL is available on request; a graphics adapter has priority.
    args: [...quietFlags, '--enable-unsafe-swiftshader'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ baseURL: address, viewport: WINDOW });
  page.on('pageerror', (error) => line.print(`The page complains: ${error.message}`));
  const app = new AppPage(page);
  await app.open(backend === 'auto' ? undefined : backend);
  return app;
}

async function loadMusic({ library }: AppPage, files: readonly string[]): Promise<void> {
  line.show('Reading the music ...');
  if (files.length > 0) await library.addFiles.setInputFiles([...files]);
  else await library.loadSamples.click();
  await library.pieces.or(library.notAdded).first().waitFor();
  await library.settled();
  for (const reason of await library.reasons()) line.print(`Not added: ${reason}`);
  const pieces = await library.pieces.count();
  if (pieces === 0) throw new DemoError('None of the files holds music.');
  line.print(`Library: ${plural(pieces, 'piece')}`);
}

async function setUp({ training, page }: AppPage, options: DemoOptions): Promise<void> {
  const titles = await training.preset.getByRole('option').allInnerTexts();
  const proposed = await training.preset.getByRole('option', { selected: true }).allInnerTexts();
  const wanted = options.preset.toLowerCase();
  const title =
    titles.find((each) => each.toLowerCase() === wanted) ??
    // Prefers the title proposed by the page.
    [...proposed, ...titles].find((each) => each.toLowerCase().startsWith(wanted));
  if (title === undefined) {
    throw new DemoError(`There is no preset "${options.preset}"; there are: ${titles.join('; ')}.`);
  }
  await training.preset.selectOption(title);
  await training.type({
    Epochs: options.epochs,
    'Batch size': options.batchSize,
    'Learning rate': options.learningRate,
    'Sequence length': options.sequenceLength,
  });
  const refused = page.getByText(/ must be .* Still using /);
  if (await refused.isVisible()) throw new DemoError(await refused.innerText());
  const fields = ['Epochs', 'Batch size', 'Learning rate', 'Sequence length'] as const;
  const values: string[] = [];
  for (const field of fields) {
    values.push(`${field.toLowerCase()} ${await training.field(field).inputValue()}`);
  }
  line.print(`Network: ${title}, ${values.join(', ')}`);
}

/** Trains to the end and prints every step and epoch. */
async function train({ training, header }: AppPage): Promise<void> {
  await training.train.click();
  let epochs = 0;
  let engine = '';
  for (;;) {
    const status = await training.status();
    if (engine === '' && status.startsWith('Epoch')) {
      engine = (await header.engine.locator('[title]').textContent()) ?? '';
      line.print(`Engine: ${engine}`);
    }
    const log = await training.epochs();
    for (const { epoch, trainingLoss, validationLoss } of log.slice(epochs)) {
      const validation = Number.isNaN(validationLoss) ? '' : `, validation ${nats(validationLoss)}`;
      line.print(`Epoch ${epoch}: training loss ${nats(trainingLoss)}${validation}`);
    }
    epochs = log.length;
    const loss = await training.loss();
    line.show(loss === '' ? status : `${status} · ${loss}`);
    if (status.startsWith('Done')) return;
    if (await training.error.isVisible()) throw new DemoError(await training.error.innerText());
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

function lossesInWords(epochs: readonly EpochRow[]): string[] {
  const last = epochs.at(-1);
  if (!last) return [];
  const training = `training loss    ${nats(last.trainingLoss)} nats per note`;
  if (Number.isNaN(last.validationLoss)) {
    return [training, 'validation loss  none, since no piece could be held out'];
  }
  const best = epochs.reduce((a, b) => (b.validationLoss < a.validationLoss ? b : a));
  return [
    training,
    `validation loss  ${nats(last.validationLoss)} nats per note`,
    `composed with    epoch ${best.epoch}, validation loss ${nats(best.validationLoss)}`,
  ];
}

function nats(loss: number): string {
  return loss.toFixed(4);
}

async function composeAndSave(app: AppPage, { length, seed, out }: DemoOptions): Promise<string[]> {
  const { compose, stage, page } = app;
  line.show('Composing ...');
  await compose.composeTake({ length, seed });
  mkdirSync(out, { recursive: true });
  const picture = join(out, 'etude.png');
  // The first take is on screen.
  await page.screenshot({ path: picture });
  const files: string[] = [];
  for (const each of await compose.titles()) {
    await compose.show(each).click();
    const { title, notes, bars } = await stage.label();
    line.print(`${title}: ${notes} notes, ${bars} bars`);
    const { name, bytes } = await stage.save();
    files.push(join(out, name));
    writeFileSync(join(out, name), bytes);
  }
  return [...files, picture];
}

async function run(options: DemoOptions): Promise<void> {
  const found = findFiles(options.music);
  if (!found.ok) throw new DemoError(found.reason);
  const began = performance.now();
  const app = await openApp(await buildAndServe(), options);
  await loadMusic(app, found.files);
  await setUp(app, options);
  await train(app);
  const files = await composeAndSave(app, options);
  const minutes = (performance.now() - began) / 60_000;
  line.print(`\nReady after ${minutes.toFixed(1)} minutes.`);
  for (const loss of lossesInWords(await app.training.epochs())) line.print(`  ${loss}`);
  for (const file of files) line.print(`  ${file}`);
}

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2));
  switch (read.kind) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'wrong':
      console.error(`${read.reason} See npm run demo -- --help.`);
      return 2;
    case 'run':
      break;
    default:
      return read satisfies never;
  }
  try {
    await run(read.options);
    return 0;
  } catch (error) {
    // Closing the browser makes the current action fail.
    if (stopped) return 130;
    if (!(error instanceof DemoError)) throw error;
    line.clear();
    console.error(error.message);
    return 1;
  } finally {
    await closeAll();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopped = true;
    line.print('Stopped.');
    void closeAll().finally(() => process.exit(130));
  });
}
process.exitCode = await main();
