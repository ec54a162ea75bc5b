/** Nothing made is lost or misreported: models, seeds, removals, the pieces of a run, a next visit. */
import { AppPage } from './pages/app';
import { expect, test } from './support/fixtures';
import { melodyFile } from './support/midiFiles';
import { addPieces, readyToTrain, trained } from './support/steps';

/** More epochs than any test waits for. */
const ENDLESS = 9000;

/** Trains the published network on one piece: its training loss alone tells which model is better. */
async function trainedOnOne(app: AppPage): Promise<void> {
  await readyToTrain(app);
  await app.library.include('Lower down').uncheck();
  await app.training.train.click();
  await app.training.finished();
}

/** Trains a small Studio model on the two small pieces, of which one is held out. */
async function trainStudio(app: AppPage): Promise<void> {
  await app.open('wasm');
  await addPieces(app);
  await app.training.preset.selectOption('Studio, small');
  await app.training.type({
    Epochs: 3,
    'Batch size': 4,
    'Learning rate': 0.004,
    'Sequence length': 16,
  });
  await app.training.train.click();
  await app.training.finished();
}

test('a run that is stopped at once costs nothing of the model at hand', async ({ app, page }) => {
  await trainedOnOne(app);
  const { training, compose } = app;
  await expect(training.model('Model 1')).toContainText('At hand · Classic · 1 piece · 3 epochs');
  await training.type({ Epochs: ENDLESS, 'Learning rate': 0.000001 });
  await training.startOver.click();
  await training.reachesStep(1);
  await training.stop.click();
  await training.finished();
  const status = await training.status();
  expect(status).toMatch(
    /^Stopped after \d+ of 9,000 epochs\. “Model 1” (is better, and )?stays\.$/,
  );
  await expect(training.model('Model 1')).toContainText('At hand');
  await compose.composeTake({ length: 12, seed: 1 });
  await expect(compose.take('Take 1')).toContainText('12 notes');

  await page.reload();
  await expect(training.model('Model 1')).toContainText('At hand');
  await expect(compose.generate).toBeEnabled();
  expect(await training.epochs()).toHaveLength(3);
});

test('a model that is replaced comes back by Undo, and the list opens, renames, saves, deletes', async ({
  app,
  page,
}) => {
  await trainedOnOne(app);
  const { training, notices } = app;
  await training.type({ Epochs: 12 });
  await training.startOver.click();
  await training.finished();
  await expect(training.models).toHaveCount(2);
  await expect(notices).toContainText('“Model 2” takes the place of “Model 1”.');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(training.model('Model 1')).toContainText('At hand');
  expect(await training.epochs()).toHaveLength(3);

  await page.getByRole('button', { name: 'Open Model 2' }).click();
  await expect(training.model('Model 2')).toContainText('At hand');
  expect(await training.epochs()).toHaveLength(12);
  await page.getByRole('button', { name: 'Rename Model 2' }).click();
  await page.getByLabel('Name of Model 2').fill('Scales');
  await page.keyboard.press('Enter');
  await expect(training.model('Scales')).toContainText('12 epochs');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save Model 1 to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Classic, 3 epochs.etude');
  await page.getByRole('button', { name: 'Delete Model 1' }).click();
  await expect(training.models).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(training.models).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete Model 1' }).click();
  await expect(training.models).toHaveCount(1);

  await page.reload();
  await expect(training.models).toHaveCount(1);
  await expect(training.model('Scales')).toContainText('At hand');
});

test('Train on goes on from the model at hand, and Start from says so', async ({ app }) => {
  await trainStudio(app);
  const { training, compose } = app;
  const first = await training.epochs();
  await expect(training.startFrom).toHaveValue('nothing');
  await training.trainOn.click();
  await training.finished();
  await expect(training.startFrom).toHaveValue('at hand');
  const second = await training.epochs();
  expect(second.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  expect(second[0].trainingLoss).toBeLessThan(first[0].trainingLoss);
  await expect(training.models).toHaveCount(2);
  await compose.openAdvanced();
  await compose.takesAtOnce.selectOption('1');
  await compose.composeTake({ length: 2, seed: 1 });

  await training.preset.selectOption('Studio, medium');
  await expect(training.trainOn).toBeDisabled();
  await expect(training.startFrom).toHaveAccessibleDescription(
    'This model was made with Studio, small. Choose that preset, or start from nothing.',
  );
  await training.preset.selectOption('Classic (the published network)');
  await expect(training.startFrom).toBeDisabled();
});

test('a model opened from a file can be trained on', async ({ app, page, context }) => {
  await trainStudio(app);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the model to a file' }).click(),
  ]);
  const file = await download.path();
  await page.getByRole('button', { name: 'Delete Model 1' }).click();
  await expect(app.training.models).toHaveCount(0);
  const other = new AppPage(await context.newPage());
  await other.open('wasm');
  await expect(other.training.train).toBeEnabled();
  await other.library.addFiles.setInputFiles(file);
  await expect(other.notices).toContainText('Opened a model: Studio, small');
  await other.training.type({ Epochs: 2 });
  await other.training.trainOn.click();
  await other.training.finished();
  expect(await other.training.epochs()).toHaveLength(2);
  await expect(other.training.models).toHaveCount(2);
});

test('Generate gives new takes at each press, and the same ones while the seed is locked', async ({
  app,
}) => {
  await trained(app);
  const { compose, stage } = app;
  const notesOf = async (title: string): Promise<string[]> => {
    await compose.show(title).click();
    return stage.notesInWords(24);
  };
  await compose.composeTake({ length: 24, seed: 1 });
  const next = await compose.seed.inputValue();
  expect(Number(next)).toBeGreaterThan(1);
  await compose.generate.click();
  await expect(compose.takes).toHaveCount(2);
  await compose.composed();
  expect(await notesOf('Take 2')).not.toEqual(await notesOf('Take 1'));

  await compose.lockSeed.click();
  await compose.composeTake({ seed: 1 });
  await compose.composed();
  await expect(compose.seed).toHaveValue('1');
  expect(await notesOf('Take 3')).toEqual(await notesOf('Take 1'));
});

test('Remove and Include act on the pieces shown, and Ctrl+Z undoes', async ({ app, page }) => {
  await app.open('wasm');
  const { library, notices } = app;
  const names = Array.from({ length: 14 }, (_, i) => `${i < 4 ? 'Waltz' : 'Rag'} ${i + 1}`);
  await library.choose(names.map((name, i) => melodyFile(name, 48 + i, 24)));
  await library.settled();
  await library.find.fill('waltz');
  await expect(library.pieces).toHaveCount(4);
  await page.getByRole('checkbox', { name: 'Include the 4 pieces shown' }).uncheck();
  await page.getByRole('button', { name: 'Remove the 4 pieces shown' }).click();
  await expect(notices).toContainText('Removed 4 pieces.');
  await expect(library.pieces).toHaveCount(10);
  await page.keyboard.press('Control+z');
  await library.find.fill('');
  await expect(library.pieces).toHaveCount(14);
  await expect(library.include('Waltz 1')).not.toBeChecked();
  await expect(library.include('Rag 5')).toBeChecked();
});

test('pieces that are in the library already are not added again', async ({ app }) => {
  await app.open('wasm');
  const { library, notices } = app;
  await library.loadSamples.click();
  await expect(library.pieces).toHaveCount(10);
  await library.settled();
  await library.loadSamples.click();
  await expect(notices).toContainText('10 already here.');
  const copy = { ...melodyFile('Scale', 60, 32), name: 'copy.mid' };
  await library.choose([melodyFile('Scale', 60, 32), copy]);
  await expect(notices).toContainText('“Scale” is already here.');
  await expect(library.pieces).toHaveCount(11);
});

test('a run uses the pieces it started with, and says so', async ({ app, page }) => {
  await readyToTrain(app, { Epochs: ENDLESS, 'Learning rate': 0.000001 });
  const { training, library } = app;
  const says = page.getByText('This run uses the 2 pieces it started with.', { exact: true });
  const reference = page.getByText(/^guessing by note frequency, \d\.\d\d$/);
  await training.train.click();
  await training.reachesStep(3);
  await expect(says).toBeHidden();
  await expect(reference).toBeVisible();
  const line = await reference.innerText();
  await library.choose([melodyFile('Chromatic', 70, 80)]);
  await library.settled();
  await library.remove('Up and down').click();
  await expect(says).toBeVisible();
  await expect(page.getByText('2 of 2 for the next run')).toBeVisible();
  await expect(training.dataSplit).toContainText('80');
  expect(await reference.innerText()).toBe(line);
  await page.waitForTimeout(3000);

  await page.reload();
  await page.getByRole('button', { name: 'Resume your last model' }).click();
  await expect(app.notices).toContainText('1 of them is no longer in your library.');
  await training.reachesStep(4);
  await expect(library.pieces).toHaveCount(2);
  await expect(library.piece('Up and down')).toBeHidden();
  await training.stop.click();
  await training.finished();
  // The lines of the published network stay with its own curve.
  await expect(page.getByText(/^published result/)).toBeVisible();
  await training.preset.selectOption('Studio, small');
  await expect(page.getByText(/^published result/)).toBeVisible();
});

test('a next visit opens the model with the take that was on the roll', async ({ app, page }) => {
  await trained(app);
  const { compose, stage, training } = app;
  await compose.composeTake({ length: 8, seed: 1 });
  await compose.composeTake({ length: 16, seed: 2 });
  await compose.show('Take 1').click();
  expect((await stage.label()).title).toBe('Take 1');
  await page.reload();
  await expect(compose.takes).toHaveCount(2);
  await expect.poll(async () => (await stage.label()).title).toBe('Take 1');
  await expect(training.progress).toHaveAttribute('aria-valuetext', /^A model is ready: 3 epochs/);
  await compose.composeTake({ length: 8, seed: 3 });
});
