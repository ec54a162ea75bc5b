/** Import: every file is added or rejected with a reason. */
import { existsSync, readFileSync } from 'node:fs';
import type { AppPage } from './pages/app';
import { cellsOf } from './pages/trainingPanel';
import { clickOnceListed } from './support/clickOnceListed';
import { expect, test } from './support/fixtures';
import { recordLongTasks } from './support/longTasks';
import {
  badFiles,
  lowerDown,
  shoppingList,
  slowFile,
  twoHandsFile,
  upAndDown,
} from './support/midiFiles';
import { onceThere } from './support/moments';
import { setUpRun } from './support/steps';

test('the file input takes files as a drop does', async ({ app }) => {
  await app.open('wasm');
  const { library } = app;
  await library.choose([upAndDown, shoppingList]);
  await library.settled();
  await expect(library.pieces).toHaveCount(1);
  await expect(library.piece('Up and down')).toContainText('64 notes');
  await expect(library.piece('Up and down')).toContainText('120 bpm');
  await expect(library.reasonFor(shoppingList.name)).toBeVisible();
});

test('bad files are rejected with a sentence each, and the good ones are added', async ({
  app,
  page,
}) => {
  await app.open('wasm');
  const { library } = app;
  const hopeless = badFiles.filter(({ addedAs }) => addedAs === undefined);
  const repairs = badFiles.filter(({ addedAs }) => addedAs !== undefined);
  await library.drop([upAndDown, ...badFiles, lowerDown]);
  await library.settled();

  await expect(library.notAdded).toHaveCount(hopeless.length);
  for (const { name, says = '' } of hopeless) {
    await expect(library.reasonFor(name).getByText(says), name).toBeVisible();
  }
  await expect(library.pieces).toHaveCount(2 + repairs.length);
  await expect(library.piece('Up and down')).toBeVisible();
  await expect(library.piece('Lower down')).toBeVisible();
  for (const { addedAs = '', says } of repairs) {
    const piece = library.piece(addedAs);
    await expect(piece, addedAs).toBeVisible();
    if (says === undefined) continue;
    await piece.getByText(/^\d+ things? repaired$/).click();
    await expect(piece.getByText(says), addedAs).toBeVisible();
  }
  await expect(page.getByRole('img', { name: '', exact: true })).toHaveCount(0);

  await expect(library.piece('endless')).toContainText('200,000 notes');
  await library.show('endless').click();
  expect(await app.stage.label()).toMatchObject({ title: 'endless', notes: 200_000 });
});

test('an import can be cancelled, and the library works afterwards', async ({ app, page }) => {
  await app.open('wasm');
  const { library } = app;
  const copies = 200;
  const cancelled = clickOnceListed(page, 'Cancel import', 'Pieces');
  await library.drop([{ ...slowFile('slow.mid'), copies }]);
  await cancelled;
  await library.settled();
  const added = await library.pieces.count();
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(copies);

  await library.choose([upAndDown]);
  await library.settled();
  await expect(library.piece('Up and down')).toBeVisible();
  await expect(library.pieces).toHaveCount(added + 1);
});

test('a removed piece comes back to its place', async ({ app }) => {
  await app.open('wasm');
  const { library, notices } = app;
  await library.choose([upAndDown, lowerDown]);
  await library.settled();
  await library.remove('Up and down').click();
  await expect(library.pieces).toHaveCount(1);
  await expect(notices).toContainText('Removed “Up and down”.');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(library.pieces).toHaveCount(2);
  await expect(library.pieces.first()).toContainText('Up and down');

  await library.removeAll.click();
  await expect(library.pieces).toHaveCount(0);
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(library.pieces).toHaveCount(2);
});

/** Notes for training and for validation. */
async function notesInData({ training }: AppPage): Promise<number[]> {
  const row = (await cellsOf(training.dataSplit)).find(([title]) => title === 'Notes') ?? [];
  return row.slice(1).map(Number);
}

test('one hand of a piece is learnt where that is chosen, and the rest is greyed', async ({
  app,
  page,
}) => {
  await app.open('wasm');
  const { library, training, stage } = app;
  const duet = twoHandsFile('Duet', 72, 128);
  await library.choose([duet, lowerDown]);
  await library.settled();
  await setUpRun(app, { Epochs: 1 });
  const notes = async (): Promise<number> => {
    const [learnt = 0, unseen = 0] = await notesInData(app);
    return learnt + unseen;
  };
  await expect(library.piece('Duet')).toContainText('192 notes');
  await expect(library.piece('Lower down')).toContainText('Melody');
  // The Classic preset learns one note of those that begin together.
  await expect.poll(notes).toBe(128 + 48);
  await library.piece('Duet').getByText('Piano, two hands').press('Enter');
  await library.learnFrom('Duet').selectOption('Left hand, 64 notes');
  await expect(library.piece('Duet')).toContainText('64 of 192 notes learnt');
  await expect.poll(notes).toBe(64 + 48);

  await library.show('Duet').click();
  await expect(page.getByText('not learnt', { exact: true })).toBeVisible();
  expect(await stage.label()).toMatchObject({ title: 'Duet', notes: 192 });
  await training.train.click();
  await training.finished();
  expect(await training.epochs()).toHaveLength(1);

  await page.reload();
  await expect(library.piece('Duet')).toContainText('64 of 192 notes learnt');
  await expect.poll(notes).toBe(64 + 48);
});

test('excluded pieces are left out of the data', async ({ app }) => {
  await app.open('wasm');
  const { library, training } = app;
  await library.choose([upAndDown, lowerDown]);
  await library.settled();
  const notes = (): Promise<number[]> => notesInData(app);
  await expect.poll(notes).toEqual([48, 64]);
  await library.include('Up and down').uncheck();
  await expect.poll(notes).toEqual([48, 0]);
  await library.include('Lower down').uncheck();
  await expect(training.train).toBeDisabled();
  await library.includeAll.check();
  await expect.poll(notes).toEqual([48, 64]);
  await expect(training.train).toBeEnabled();
});

const collection = new URL('../../shared/data/classical-piano.zip', import.meta.url);

test('a collection of 250 pieces is read while the page stays responsive', async ({
  app,
  page,
}) => {
  const missing = !existsSync(collection);
  test.skip(missing, 'classical-piano.zip is not in ../shared/data beside the project.');
  await app.open('wasm');
  const { library, header } = app;
  const longTasks = await recordLongTasks(page);
  const dark = (await header.theme.getAttribute('aria-label')) ?? '';
  // Registered beforehand: on a fast machine it is over before a look from outside.
  const reading = onceThere(page, '[aria-label="Import progress"]');
  const began = Date.now();
  await library.drop([{ name: 'classical-piano.zip', bytes: readFileSync(collection) }]);
  await reading;
  await header.theme.press('Enter');
  await expect(header.theme).not.toHaveAccessibleName(dark);
  await library.settled();
  const duration = Date.now() - began;
  await expect(library.pieces).toHaveCount(250);
  await expect(library.notAdded).toHaveCount(0);
  // Measured against the import itself, so that a busy machine does not look like a busy page.
  expect(Math.max(0, ...(await longTasks.milliseconds()))).toBeLessThan(duration / 2);
});
