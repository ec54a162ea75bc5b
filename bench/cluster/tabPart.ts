/**
 * The walk as a person takes it, in the built app: ten pieces, two epochs, the kit, three epochs under
 * Ray with two workers, the file in again, the curve that goes on, a take, and one more epoch.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, type Page } from 'playwright/test';
import { build, preview } from 'vite';
import { AppPage } from '../../e2e/pages/app';
import type { EpochRow } from '../../e2e/pages/trainingPanel';
import { PageWatch } from '../../e2e/support/pageWatch';
import { chromiumFlags, requireChromium } from '../../scripts/chromium';
import { type Bounds, farthest } from '../harness/bounds';
import { type KitRun, runKit, unpack } from './kitRun';

const EPOCHS_HERE = 2;
const EPOCHS_THERE = 3;
/** Losses as the epoch log writes them are this near, nats. */
const AS_WRITTEN = 5e-4;

/** Pictures of the curve are written into the folder. */
export async function tabPart(folder: string, bounds: Bounds): Promise<void> {
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'warn', preview: { port: 0 } });
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumFlags });
  try {
    const [baseURL] = server.resolvedUrls?.local ?? [];
    const context = await browser.newContext({
      baseURL,
      // High, so that the whole curve is in view.
      viewport: { width: 1360, height: 1500 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const watch = await PageWatch.over(context, baseURL);
    await walk(new AppPage(await context.newPage()), folder, bounds);
    for (const complaint of watch.complaints) console.log(`  ${complaint}`);
    bounds.tell('complaints in the console', watch.complaints.length, 0);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function walk(app: AppPage, folder: string, bounds: Bounds): Promise<void> {
  const { training, page } = app;
  const before = await trainHere(app);
  console.log(`  in the tab: ${lossesOf(before)}`);
  unpack(folder, await saveKit(page));
  const epochs = String(EPOCHS_THERE);
  const run = await runKit(folder, 'out', ['--epochs', epochs, '--ray', '--workers', '2']);
  bounds.tell('difference of the golden loss, nats', run.golden, 1e-4);
  console.log(`  two workers: ${Math.round(run.notesPerSecond)} notes/s in the last epoch`);

  const all = await openResult(app, run);
  console.log(`  the curve: ${lossesOf(all)}`);
  await picture(page, folder, 'curve');
  const past = all.slice(0, EPOCHS_HERE);
  bounds.tell(
    'epochs of the tab that are another',
    Number(JSON.stringify(past) !== JSON.stringify(before)),
    0,
  );
  const there = all
    .slice(EPOCHS_HERE)
    .flatMap(({ trainingLoss, validationLoss }) => [trainingLoss, validationLoss]);
  bounds.tell('losses of the cluster and in the log', farthest(there, run.losses), AS_WRITTEN);

  const notes = await composeOne(app);
  console.log(`  a take of ${notes} notes`);
  bounds.tell('takes without notes', Number(notes === 0), 0);

  await training.type({ Epochs: 1 });
  await training.trainOn.click();
  await training.finished();
  const on = await training.epochs();
  console.log(`  trained on: ${lossesOf(on)}`);
  await picture(page, folder, 'trained-on');
  bounds.tell('epochs of Train on that are missing', 1 - on.length, 0);
  const [{ trainingLoss: gained }] = on;
  const [{ trainingLoss: first }] = before;
  bounds.tell('loss of Train on, as a share of the first one’s', gained / first, 0.9);
}

async function trainHere(app: AppPage): Promise<EpochRow[]> {
  const { training, library } = app;
  await app.open('wasm');
  await library.loadSamples.click();
  await expect(library.pieces).toHaveCount(10);
  await library.settled();
  await training.preset.selectOption('Studio, small');
  await training.startFrom.selectOption('nothing');
  await training.type({ Epochs: EPOCHS_HERE });
  await training.train.click();
  await training.finished();
  return training.epochs();
}

/** Copies the commands and downloads the kit. */
async function saveKit(page: Page): Promise<Uint8Array> {
  await page.getByText('Take it elsewhere').click();
  await page.getByRole('button', { name: 'Train on a bigger machine' }).click();
  const dialog = page.getByRole('dialog', { name: 'Train on a bigger machine' });
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('python train.py');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    dialog.getByRole('button', { name: 'Download the kit' }).click(),
  ]);
  await expect(dialog).toBeHidden();
  return readFileSync(await download.path());
}

async function openResult({ training, page, notices }: AppPage, run: KitRun): Promise<EpochRow[]> {
  await page.getByLabel('Open a model').setInputFiles(run.model);
  await expect(notices).toContainText('Opened a model: Studio, small, 5 epochs');
  return training.epochs();
}

/** @returns the take's notes */
async function composeOne({ compose, stage }: AppPage): Promise<number> {
  await compose.openAdvanced();
  await compose.takesAtOnce.selectOption('1');
  await compose.composeTake({ length: 4, seed: 7 });
  return (await stage.label()).notes;
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  const curve = page.getByRole('img', { name: 'Loss curve' });
  await curve.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

function lossesOf(epochs: readonly EpochRow[]): string {
  return epochs.map(({ trainingLoss }) => trainingLoss.toFixed(3)).join(', ');
}
