/** What a person made is there again after whatever happens to the tab, the worker or the storage. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { AppPage } from './pages/app';
import { endWorkers, rememberWorkers } from './support/endedWorkers';
import { expect, test } from './support/fixtures';
import { lowerDown, upAndDown } from './support/midiFiles';
import { listen } from './support/moments';

/** More epochs than any machine gets through while a test looks on. */
const LONG = 9000;
const LONG_TEXT = '9,000';
/** Quick epochs share a save that comes once a second; after this long it has surely been written. */
const SAVED = 4000;

const small = { 'Batch size': 16, 'Learning rate': 0.01, 'Sequence length': 8 };

class LastModel {
  readonly region: Locator;
  readonly resume: Locator;
  readonly discard: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Your last model' });
    this.resume = this.region.getByRole('button', { name: 'Resume your last model' });
    this.discard = this.region.getByRole('button', { name: 'Discard your last model' });
  }

  /** Epochs that were stored, of a run that is not over. */
  async epochs(): Promise<number> {
    const words = new RegExp(`([\\d,]+) of ${LONG_TEXT} epochs`);
    await expect(this.region).toContainText(words);
    const [, epochs] = words.exec(await this.region.innerText()) ?? [];
    return Number(epochs.replaceAll(',', ''));
  }
}

async function startRun({ library, training }: AppPage, epochs: number): Promise<void> {
  await library.choose([upAndDown, lowerDown]);
  await library.settled();
  await training.preset.selectOption('Classic (the published network)');
  await training.type({ ...small, Epochs: epochs });
  await training.train.click();
}

/** Waits for at least this many epochs in the log, and returns how many there are. */
async function epochsReach({ training }: AppPage, epochs: number): Promise<number> {
  await expect
    .poll(() => training.lastEpoch(), { timeout: 120_000 })
    .toBeGreaterThanOrEqual(epochs);
  return training.lastEpoch();
}

/** Waits until no tab holds the run's lock: it is given back once the last save is written. */
async function runIsStored({ page }: AppPage): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { held = [] } = await navigator.locks.query();
        return held.filter(({ name }) => name === 'etude.run').length;
      }),
    )
    .toBe(0);
}

async function saveModel(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a run goes on after the page is loaded again in the middle of it', async ({ page, app }) => {
  const last = new LastModel(page);
  await app.open('wasm');
  await startRun(app, LONG);
  await epochsReach(app, 3);
  const before = await app.training.epochs();
  await page.waitForTimeout(SAVED);
  await page.reload();

  expect(await last.epochs()).toBeGreaterThanOrEqual(before.length);
  await expect(app.library.pieces).toHaveCount(2);
  await app.training.openAdvanced();
  await expect(app.training.field('Epochs')).toHaveValue(String(LONG));
  await last.resume.click();
  await expect(last.region).toBeHidden();
  await epochsReach(app, before.length + 1);
  // The epochs from before the reload stand in the same log, with the same losses.
  const after = await app.training.epochs();
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
  expect(after.map(({ epoch }) => epoch)).toEqual(after.map((_, i) => i + 1));
  await app.training.stop.click();
  await app.training.finished();
  await app.compose.composeTake({ length: 12, seed: 3 });

  // A run that has ended opens by itself.
  await page.reload();
  await expect(app.compose.takes).toHaveCount(1);
  await expect(app.training.models).toHaveCount(1);
  await expect(app.compose.generate).toBeEnabled();
  await expect(last.region).toBeHidden();
});

test('a discarded run is gone, unless that is undone', async ({ page, app }) => {
  const last = new LastModel(page);
  await app.open('wasm');
  await startRun(app, LONG);
  await epochsReach(app, 3);
  await page.waitForTimeout(SAVED);
  await page.reload();
  await last.discard.click();
  await expect(last.region).toBeHidden();
  await app.notices.getByRole('button', { name: 'Undo' }).click();
  await expect(last.region).toBeVisible();
  await last.discard.click();
  await expect(last.region).toBeHidden();
  await page.reload();
  await expect(app.library.pieces).toHaveCount(2);
  await expect(last.region).toBeHidden();
  await expect(app.training.models).toHaveCount(0);
});

test('a run goes on by itself when its worker is ended', async ({ page, app }) => {
  await rememberWorkers(page);
  await app.open('wasm');
  await startRun(app, LONG);
  await epochsReach(app, 2);
  await endWorkers(page);
  await expect(app.notices).toContainText('Training goes on by itself from the last save');
  const reached = await app.training.lastEpoch();
  await epochsReach(app, reached + 2);
  await app.training.stop.click();
  await app.training.finished();
  const epochs = await app.training.epochs();
  expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, i) => i + 1));
});

test('where nothing may be stored, training goes on and the model is saved to a file', async ({
  page,
  context,
  app,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Refused in a private window.', 'SecurityError');
    };
  });
  await app.open('wasm');
  await startRun(app, 3);
  await expect(app.notices).toContainText('Training goes on, but the model is lost');
  await app.training.finished();
  const save = app.notices.getByRole('button', { name: 'Save to a file' });
  const file = await saveModel(page, save);
  expect(file.name).toMatch(/^Classic, \d epochs?\.etude$/);

  const elsewhere = await context.newPage();
  const other = new AppPage(elsewhere);
  await other.open('wasm');
  await other.library.choose([file]);
  await expect(other.notices).toContainText('Opened a model: Classic');
  await other.compose.composeTake({ length: 12, seed: 3 });
  const again = await saveModel(
    elsewhere,
    elsewhere.getByRole('button', { name: 'Save the model to a file' }),
  );
  const weightsOf = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf('etude weights'));
  expect(weightsOf(again.bytes).subarray(0, 10_000)).toEqual(
    weightsOf(file.bytes).subarray(0, 10_000),
  );

  await elsewhere.reload();
  await expect(other.compose.generate).toBeEnabled();

  const broken = { name: 'broken.etude', bytes: file.bytes.subarray(0, file.bytes.length / 2) };
  await other.library.choose([broken]);
  await expect(other.library.reasonFor('broken.etude')).toContainText(
    'This model file is damaged: its weights are incomplete or were changed.',
  );
});

test('a disk that fills up in the middle of a run costs nothing but its saves', async ({
  page,
  app,
}) => {
  await app.open('wasm');
  await startRun(app, LONG);
  await epochsReach(app, 1);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No space is left.', 'QuotaExceededError');
    };
  });
  await expect(app.notices).toContainText(
    'The space that this browser gives to Etude is full. Training goes on, but the model is lost',
  );
  const reached = await epochsReach(app, 1);
  await epochsReach(app, reached + 2);
  const save = app.notices.getByRole('button', { name: 'Save to a file' });
  const file = await saveModel(page, save);
  expect(file.name).toMatch(/^Classic, [\d,]+ epochs?\.etude$/);
  expect(file.bytes.length).toBeGreaterThan(1_000_000);
  await app.training.stop.click();
  await app.training.finished();
});

test('a second tab says that a run is active, and does not touch it', async ({ context, app }) => {
  await app.open('wasm');
  await startRun(app, LONG);
  await epochsReach(app, 2);

  const second = new AppPage(await context.newPage());
  await second.open('wasm');
  await expect(second.notices).toContainText('A run is active in another tab.');
  await expect(second.library.pieces).toHaveCount(2);
  await expect(new LastModel(second.page).region).toBeHidden();
  const said = await listen(second.page);
  await second.training.train.click();
  await expect.poll(said).toEqual([expect.stringContaining('A run is active in another tab.')]);
  expect(await second.training.status()).toBe('Not trained yet.');

  const reached = await epochsReach(app, 1);
  await epochsReach(app, reached + 1);
  await app.training.stop.click();
  await app.training.finished();
  await runIsStored(app);
  await second.training.type({ Epochs: 1 });
  await second.training.train.click();
  await second.training.finished();
});

test('removed pieces and takes stay removed, and undo brings them back for good', async ({
  page,
  app,
}) => {
  await app.open('wasm');
  await startRun(app, 2);
  await app.training.finished();
  for (const seed of [1, 2, 3]) await app.compose.composeTake({ length: 12, seed });
  await app.library.remove('Up and down').click();
  await app.library.remove('Lower down').click();
  const undo = app.notices.getByRole('button', { name: 'Undo' });
  await undo.last().click();
  await expect(app.library.pieces).toHaveCount(1);
  await app.compose.removeTake('Take 1');
  await app.compose.removeTake('Take 2');
  await app.compose.removeTake('Take 3');
  await undo.last().click();
  await expect(app.compose.takes).toHaveCount(1);
  await undo.last().click();
  const newestFirst = [/Take 3/, /Take 2/];
  await expect(app.compose.takes).toContainText(newestFirst);
  // What was done is stored when the page is left.
  await page.reload();
  await expect(app.library.piece('Lower down')).toBeVisible();
  await expect(app.library.pieces).toHaveCount(1);
  await expect(app.compose.takes).toContainText(newestFirst);
});

test('training goes on in a hidden page, which gets no frames and few timers', async ({
  page,
  app,
}) => {
  await app.open('wasm');
  await startRun(app, LONG);
  await epochsReach(app, 1);
  // No tool hides a page without a window; so it is treated as a browser treats hidden ones.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    window.requestAnimationFrame = () => 0;
    const soon = window.setTimeout.bind(window);
    window.setTimeout = Object.assign(
      (handler: TimerHandler, timeout = 0, ...inputs: unknown[]) =>
        soon(handler, Math.max(timeout, 1000), ...inputs),
      window.setTimeout,
    );
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const reached = await epochsReach(app, 1);
  await epochsReach(app, reached + 5);
  await app.training.stop.click();
  await app.training.finished();
});

test('a page that was frozen and then closed loses nothing that was saved', async ({
  page,
  context,
  app,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Firefox freezes no page.');
  await app.open('wasm');
  await startRun(app, LONG);
  const reached = await epochsReach(app, 3);
  await page.waitForTimeout(SAVED);
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.close();

  const other = new AppPage(await context.newPage());
  await other.open('wasm');
  const last = new LastModel(other.page);
  expect(await last.epochs()).toBeGreaterThanOrEqual(reached);
  await last.resume.click();
  await epochsReach(other, reached);
  await other.training.stop.click();
  await other.training.finished();
});
