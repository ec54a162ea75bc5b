/** The network as the page shows it, and the music that comes with the app. */

import { cellsOf } from './pages/trainingPanel';
import { expect, test } from './support/fixtures';

/** The published network, layer by layer. */
const seedSummary = [
  ['Layer', 'Output shape', 'Parameters'],
  ['LSTM, 256 units', '(None, 256)', '271,360'],
  ['Dropout', '(None, 256)', '0'],
  ['Dense', '(None, 128)', '32,896'],
  ['Activation (ReLU)', '(None, 128)', '0'],
  ['Dense', '(None, 88)', '11,352'],
  ['Activation (softmax)', '(None, 88)', '0'],
  ['Total', '', '315,608'],
];

test('the Classic preset is the published network, with its settings', async ({ app }) => {
  await app.open('wasm');
  const { training } = app;
  await training.preset.selectOption('Classic (the published network)');
  await expect.poll(() => training.summary()).toEqual(seedSummary);
  await training.openAdvanced();
  await expect(training.field('Epochs')).toHaveValue('50');
  await expect(training.field('Batch size')).toHaveValue('64');
  await expect(training.field('Learning rate')).toHaveValue('0.003');
  await expect(training.field('Sequence length')).toHaveValue('32');
  await expect(training.field('Dropout')).toHaveValue('0.3');
});

test('Studio, medium, is there from the start, and its takes are counted in bars', async ({
  app,
}) => {
  await app.open('wasm');
  const { training, compose } = app;
  await expect(training.preset.getByRole('option', { selected: true })).toHaveText(
    'Studio, medium',
  );
  await expect
    .poll(() => training.summary())
    .toContainEqual(['LSTM, 256 units', '(None, None, 256)', expect.any(String)]);
  await expect(compose.length).toHaveValue('16');
  await compose.openAdvanced();
  await expect(compose.takesAtOnce).toHaveValue('4');
});

test('the summary follows the preset', async ({ app }) => {
  await app.open('wasm');
  const { training } = app;
  const titles = await training.preset.getByRole('option').allInnerTexts();
  expect(titles).toContain('Classic (the published network)');
  for (const title of titles.filter((other) => other !== 'Classic (the published network)')) {
    await training.preset.selectOption('Classic (the published network)');
    await expect.poll(() => training.summary()).toEqual(seedSummary);
    await training.preset.selectOption(title);
    await expect.poll(() => training.summary()).not.toEqual(seedSummary);
    const rows = await training.summary();
    const parameters = rows.slice(1).map((row) => Number(row[2].replaceAll(',', '')));
    const total = parameters.pop();
    expect(parameters.reduce((sum, count) => sum + count, 0)).toBe(total);
  }
});

test('the sample library holds ten pieces', async ({ app }) => {
  await app.open('wasm');
  const { library, training } = app;
  await library.loadSamples.click();
  await expect(library.pieces).toHaveCount(10);
  await library.settled();
  for (const title of [
    'Bethena',
    'Elite Syncopations',
    'Maple Leaf Rag',
    'Peacherine Rag',
    'Pineapple Rag',
    'Solace',
    'The Easy Winners',
    'The Entertainer',
    'Arabesque No. 1',
    'Gymnopedie No. 1',
  ]) {
    await expect(library.piece(title)).toContainText(/[\d,]+ notes/);
  }
  await expect(library.notAdded).toHaveCount(0);
  await expect(training.commonNotes.getByRole('listitem')).toHaveCount(20);
  await expect
    .poll(async () => (await cellsOf(training.dataSplit)).find(([title]) => title === 'Pieces'))
    .toEqual(['Pieces', '9', '1']);
});

test('without a choice in the address Etude measures, picks an engine and says why', async ({
  app,
  page,
}) => {
  await app.open();
  const { engine, engineDetails } = app.header;
  await expect(engine).toHaveText(/^(WebGL|WASM|CPU) · .* · [\d,]+ notes\/s/, { timeout: 120_000 });
  await expect(engine.getByText(/^ · [\d,]+ notes\/s$/)).toBeVisible();
  await engineDetails.click();
  const details = page.getByRole('dialog');
  await expect(details).toContainText(/measured here at [\d,]+ notes a second/);
  await expect(details).toContainText(/was passed over: \S/);
});

test('an engine forced by the address is measured too, and shows its threads', async ({
  app,
  page,
}) => {
  await app.open('wasm');
  const { engine } = app.header;
  const threads = await page.evaluate(() => Math.min(navigator.hardwareConcurrency, 8));
  const line = new RegExp(`^WASM · .* · ${threads} threads? · [\\d,]+ notes/s`);
  await expect(engine).toHaveText(line, { timeout: 60_000 });
});
