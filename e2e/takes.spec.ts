/** Takes as the product: kept, named, compared, and taken home together. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { expect, test } from './support/fixtures';
import { trained } from './support/steps';

test('takes are starred, renamed and downloaded together, also after a reload', async ({
  app,
  page,
}) => {
  await trained(app);
  const { compose } = app;
  for (const seed of [1, 2, 3]) await compose.composeTake({ length: 12, seed });
  await compose.show('Take 2').click();
  await compose.button('Take 2', 'Rename Take 2').press('Enter');
  await page.keyboard.type('My waltz');
  await page.keyboard.press('Enter');
  await expect(compose.button('My waltz', 'Rename My waltz')).toBeFocused();
  await expect(app.stage.roll).toHaveAccessibleName(/^Piano roll of My waltz/);
  expect(await savedNames()).toEqual([
    expect.stringMatching(/^Etude \d{4}-\d\d-\d\d take 1\.mid$/),
    'My waltz.mid',
    expect.stringMatching(/^Etude \d{4}-\d\d-\d\d take 3\.mid$/),
  ]);

  await compose.button('My waltz', 'Star My waltz').click();
  await expect(compose.downloadAll).toHaveText('Download all starred');
  await page.reload();
  await expect(compose.button('My waltz', 'Star My waltz')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Starred (1)' }).click();
  await expect(compose.takes).toHaveCount(1);
  expect(await savedNames()).toEqual(['My waltz.mid']);

  async function savedNames(): Promise<string[]> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      compose.downloadAll.click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Etude \d{4}-\d\d-\d\d takes\.zip$/);
    const names = Object.keys(unzipSync(await readFile(await download.path())));
    // Firefox would number the next one of that name.
    await download.delete();
    return names;
  }
});

test('more like a take: its settings, other notes', async ({ app }) => {
  await trained(app);
  const { compose, stage } = app;
  await compose.composeTake({ length: 12, seed: 7 });
  const notes = await stage.notesInWords(12);
  await compose.length.fill('20');
  await compose.button('Take 1', 'More like this: Take 1').click();
  await expect(compose.takes).toHaveCount(2);
  await compose.composed();
  await compose.show('Take 2').click();
  await expect(compose.take('Take 2')).toContainText('12 notes');
  await expect(compose.take('Take 2')).toContainText('seed 11');
  expect(await stage.notesInWords(12)).not.toEqual(notes);
  await expect(compose.length).toHaveValue('20');
});

test('two takes are compared on one stage, and the window tells which one plays', async ({
  app,
  page,
}) => {
  await trained(app);
  const { compose } = app;
  for (const seed of [1, 2]) await compose.composeTake({ length: 64, seed });
  await compose.show('Take 1').click();
  await compose.button('Take 2', 'Compare Take 2').click();
  const stage = page.getByRole('region', { name: 'Piano roll and transport' });
  await expect(stage.getByRole('slider', { name: /^Piano roll of / })).toHaveCount(2);
  await stage.getByRole('button', { name: 'Listen to Take 2' }).click();
  await expect(page).toHaveTitle('▶ Take 2 · Etude');
  await expect(compose.button('Take 2', 'Pause Take 2')).toBeVisible();
  await stage.getByRole('button', { name: 'Listen to Take 1' }).click();
  await expect(page).toHaveTitle('▶ Take 1 · Etude');
  await expect(stage.getByRole('slider', { name: /^Piano roll of / })).toHaveCount(2);
  await compose.button('Take 1', 'Pause Take 1').click();
  await expect(page).toHaveTitle('Etude');
  await stage.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(stage.getByRole('slider', { name: /^Piano roll of / })).toHaveCount(1);
});
