/** The run: settings, pause, resume, stop, training in the background. */
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures';
import { hideTab } from './support/hiddenTab';
import { onceGone } from './support/moments';
import { readyToTrain, trained } from './support/steps';

/** More epochs than any test waits for. */
const endless = { Epochs: 5000 };

test('a paused run takes no step, and resumes at the same one', async ({ app, page }) => {
  await readyToTrain(app, endless);
  const { training } = app;
  await training.train.click();
  await training.reachesStep(4);
  await training.pause.click();
  await expect(training.progress).toHaveAttribute('aria-valuetext', /^Paused/);

  // The step or epoch under way at the press of Pause still ends; the run then stands still.
  const place = async (): Promise<unknown[]> => [
    await training.stepsTaken(),
    await training.epochs(),
  ];
  const rests = async (): Promise<boolean> => {
    const before = await place();
    await frames(page, 90);
    return isDeepStrictEqual(await place(), before);
  };
  await expect.poll(rests).toBe(true);
  const paused = await training.stepsTaken();
  const epochs = await training.epochs();
  await expect(training.progress).toHaveAttribute('aria-valuetext', /^Paused/);

  await training.resume.click();
  await training.reachesStep(paused + 4);
  expect((await training.epochs()).slice(0, epochs.length)).toEqual(epochs);
  await training.stop.click();
  await training.finished();
});

test('a stopped run is kept, and composes', async ({ app }) => {
  await readyToTrain(app, endless);
  const { training, compose, stage } = app;
  await training.train.click();
  await training.reachesStep(5);
  await training.stop.click();
  await training.finished();
  await expect(training.progress).toHaveAttribute(
    'aria-valuetext',
    /^Stopped after [\d,]+ of 5,000 epochs\. /,
  );
  await expect(training.startOver).toBeEnabled();
  await compose.composeTake({ length: 12, seed: 1 });
  expect((await stage.label()).notes).toBe(12);
});

test('composes from the first steps on, and the roll follows the run until something else is shown', async ({
  app,
}) => {
  await app.open('wasm');
  const { library, training, compose, stage } = app;
  await library.loadSamples.click();
  await expect(library.pieces).toHaveCount(10);
  await library.settled();
  await training.preset.selectOption('Studio, medium');
  await training.startFrom.selectOption('Nothing');
  // A first epoch of half a minute or more.
  await training.type({ Epochs: 100, 'Batch size': 1, 'Sequence length': 4 });
  const title = async (): Promise<string> => (await stage.label()).title;
  const early = /^After [\d,]+ steps?$/;

  await training.train.click();
  await stage.attempts.first().waitFor({ timeout: 60_000 });
  await expect.poll(title).toMatch(early);
  await stage.listenAsItLearns.check();
  await expect(stage.pause).toBeVisible();
  await stage.stop.click();
  await expect(stage.listenAsItLearns).not.toBeChecked();

  await compose.composeTake({ length: 2, seed: 1 });
  expect(await training.epochs()).toEqual([]);
  await expect.poll(title).toMatch(/^Take \d$/);
  await expect(compose.take(await title())).toContainText(/after [\d,]+ steps?/);

  await library.show('Bethena').click();
  const attempts = await stage.attempts.count();
  await expect.poll(() => stage.attempts.count(), { timeout: 60_000 }).toBeGreaterThan(attempts);
  expect(await title()).toBe('Bethena');
  await stage.followRun.click();
  expect(await title()).toMatch(early);
  await expect(stage.followRun).toBeHidden();
  await training.stop.click();
  await training.finished();
  await expect(stage.listenAsItLearns).toBeHidden();
});

test('a paused run can be stopped', async ({ app }) => {
  await readyToTrain(app, endless);
  const { training, compose } = app;
  await training.train.click();
  await training.reachesStep(2);
  await training.pause.click();
  await expect(training.resume).toBeVisible();
  await training.stop.click();
  await training.finished();
  await expect(compose.generate).toBeEnabled();
});

test('a hidden tab keeps training', async ({ app, page }) => {
  await readyToTrain(app, endless);
  const { training } = app;
  await training.train.click();
  await training.reachesStep(2);
  await hideTab(page);
  const hidden = await training.stepsTaken();
  await training.reachesStep(hidden + 20);
  expect((await training.epochs()).length).toBeGreaterThan(2);
});

test('starting over starts anew and counts its own epochs', async ({ app, page }) => {
  await trained(app);
  const { training } = app;
  const first = await training.epochs();
  // Registered beforehand: the first epoch may end before a look from outside.
  const emptied = onceGone(page, 'table[aria-label="Epoch log"] tbody tr');
  await training.startOver.click();
  await emptied;
  await training.finished();
  expect(await training.epochs(), 'the same seed gives the same run').toEqual(first);
});

test('a number out of range becomes the nearest one, with a message under its field', async ({
  app,
  page,
}) => {
  await readyToTrain(app);
  const { training } = app;
  await training.openAdvanced();
  for (const [field, typed, value, sentence] of [
    ['Epochs', '100000', '10000', 'Epochs goes up to 10,000: 10,000 is used.'],
    ['Batch size', '2.6', '3', 'Batch size takes whole numbers: 3 is used.'],
    ['Learning rate', '', '0.01', 'Learning rate needs a number: 0.01 is used.'],
    ['Dropout', '1', '0.9', 'Dropout goes up to 0.9: 0.9 is used.'],
  ] as const) {
    await training.field(field).fill(typed);
    await expect(training.field(field)).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Tab');
    await expect(training.field(field)).toHaveValue(value);
    await expect(training.field(field)).toHaveAccessibleDescription(sentence);
    await expect(training.field(field)).not.toHaveAttribute('aria-invalid');
  }
  await training.type({ Epochs: 2, 'Batch size': 16, Dropout: 0.3 });
  await training.field('Dropout').fill('7');
  // Leaving the field for the button applies the nearest number first.
  await training.train.click();
  await training.finished();
  expect(await training.epochs()).toHaveLength(2);
  await expect(training.field('Dropout')).toHaveValue('0.9');
});

/** Waits for a number of animation frames of the page. */
async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(
    (left) =>
      new Promise<void>((resolve) => {
        const next = (): void => {
          if (left-- > 0) requestAnimationFrame(next);
          else resolve();
        };
        next();
      }),
    count,
  );
}
