/** Takes and settings in the address. */
import { packTake } from '../src/app/link/takeLink';
import { expect, test } from './support/fixtures';

const title = '<b>Take 3</b>';

const packed = packTake({
  title,
  notes: Array.from({ length: 32 }, (_, i) => ({
    tick: 240 * i,
    duration: 240,
    pitch: 60 + (i % 12),
    velocity: 80,
  })),
  ppq: 480,
  tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
  timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
  promptNotes: 0,
  preset: 'form-small',
  epoch: 24,
  settings: { temperature: 0.7, rhythmTemperature: 1, topP: 0.9, length: 16, seed: 77, takes: 1 },
});

test('a link shows its take, plays it, and lends its settings', async ({ app }) => {
  const { page, stage } = app;
  await page.goto(`./?backend=cpu#take=${packed}`);
  const line = page.getByRole('region', { name: 'Take from a link' });
  await expect(line).toContainText(`${title} came with the link.`);
  expect(await stage.label()).toMatchObject({ title, notes: 32, bars: 4 });
  await line.getByRole('button', { name: 'Play the take' }).click();
  await expect(stage.pause).toBeVisible();
  await expect.poll(() => stage.seconds()).toBeGreaterThan(0);
  await line.getByRole('button', { name: 'Make your own' }).click();
  await expect(line).toBeHidden();
  await expect(app.library.pieces).toHaveCount(10);
  await expect(app.training.preset).toHaveValue('form-small');
  await app.compose.openAdvanced();
  await expect(app.compose.seed).toHaveValue('77');
  expect(new URL(page.url()).hash).toBe('');
});

test('the link of a take is copied and opens the same take', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page, stage } = app;
  await page.goto(`./?backend=cpu#take=${packed}`);
  await stage.copyLink.click();
  await expect(app.notices).toContainText('is copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toBe(`#take=${packed}`);
});

test('links of other versions and damaged ones get one sentence', async ({ app }) => {
  const { page, notices } = app;
  await page.goto('./?backend=cpu#take=9.abc');
  await expect(notices).toContainText('made by another version of Etude');
  await page.goto('./?backend=cpu#take=1.abc');
  await expect(notices).toContainText('contains no take that Etude can read');
  await expect(page.getByRole('region', { name: 'Take from a link' })).toBeHidden();
});

test('settings come from the address, and choices go there', async ({ app }) => {
  const { page, training, library } = app;
  await page.goto('./?backend=cpu&preset=seed&library=samples');
  await expect(library.pieces).toHaveCount(10);
  await expect(training.preset).toHaveValue('seed');
  await training.preset.selectOption('Studio, small');
  await expect
    .poll(() => new URL(page.url()).search)
    .toBe('?backend=cpu&preset=form-small&library=samples');
  await page.goto('./?backend=cpu&preset=nonsense');
  await expect(training.preset).toHaveValue('form-small');
  await expect(library.pieces).toHaveCount(10);
});
