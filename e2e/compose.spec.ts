/** Takes: cancelled, opened by a piece, played at another tempo. */
import { Midi } from '@tonejs/midi/dist/Midi.js';
import { clickOnceListed } from './support/clickOnceListed';
import { expect, test } from './support/fixtures';
import { trained } from './support/steps';

test('composing can be cancelled, and starts again', async ({ app, page }) => {
  await trained(app);
  const { compose } = app;
  await compose.length.fill('5000');
  const cancelled = clickOnceListed(page, 'Cancel generating', 'Takes');
  await compose.generate.click();
  await cancelled;
  await expect(compose.generate).toBeEnabled();
  await expect(compose.cancel).toBeHidden();
  await expect(compose.takes).toHaveCount(0);
  await expect(compose.error).toBeHidden();
  await compose.composeTake({ length: 8, seed: 1 });
});

test('a take prompted by a piece begins with its notes', async ({ app }) => {
  await trained(app);
  const { compose, stage } = app;
  await compose.opening.selectOption('Up and down');
  await compose.composeTake({ length: 8, seed: 1 });
  const { notes } = new Midi((await stage.save()).bytes).tracks[0];
  // The scale that the piece runs up and down.
  expect(notes.slice(0, 10).map(({ midi }) => midi)).toEqual([
    60, 62, 64, 65, 67, 69, 71, 72, 71, 69,
  ]);
  expect(notes.length).toBeGreaterThan(8);
});

test('what is heard at half tempo is saved at half tempo', async ({ app }) => {
  await trained(app);
  const { compose, stage } = app;
  await compose.composeTake({ length: 8, seed: 1 });
  await stage.tempo.fill('50');
  const { header } = new Midi((await stage.save()).bytes);
  expect(header.tempos.map(({ bpm }) => bpm)).toEqual([60]);
});
