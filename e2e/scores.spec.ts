/** Scores: MusicXML, MXL and ABC in; the score view; MusicXML out. */
import { expect, test } from './support/fixtures';
import { abcFile, brokenScore, musicXmlFile, mxlFile, readBack } from './support/scoreFiles';

test('scores become pieces, are shown page by page, printed, and saved', async ({ app }) => {
  await app.open('cpu');
  const { library, stage, page } = app;
  await library.drop([
    musicXmlFile('Waltz', 60),
    mxlFile('Minuet', 8),
    abcFile('Reel'),
    brokenScore,
  ]);
  await library.settled();
  await expect(library.pieces).toHaveCount(3);
  await expect(library.piece('Waltz')).toContainText('180 notes');
  await expect(library.piece('Minuet')).toContainText('24 notes');
  await expect(library.piece('Reel')).toContainText('32 notes');
  expect(await library.reasons()).toHaveLength(1);
  await expect(library.reasonFor('broken.musicxml')).toContainText(/score/);

  await library.show('Waltz').click();
  await stage.score.click();
  const view = stage.scoreView('Waltz');
  await expect(view.getByText(/^Page 1 of \d+$/)).toBeVisible({ timeout: 120_000 });
  const paper = view.getByRole('slider', { name: 'Score of Waltz' });
  await expect(paper).toHaveAttribute('aria-valuetext', 'Bar 1 of 60');
  // Three notes a bar, each with a head; the staff's lines and clef besides.
  expect(await paper.locator('.vf-notehead').count()).toBeGreaterThan(8);
  await view.getByRole('button', { name: 'Next page' }).click();
  await expect(view.getByText(/^Page 2 of \d+$/)).toBeVisible();
  await paper.press('PageUp');
  await expect(view.getByText(/^Page 1 of \d+$/)).toBeVisible();

  // A press on the score seeks; the keys go bar by bar, and turn the page where it ends.
  await paper.press('End');
  await expect(paper).toHaveAttribute('aria-valuetext', 'Bar 60 of 60');
  await expect(view.getByRole('button', { name: 'Next page' })).toBeDisabled();
  await paper.press('Home');
  await paper.press('ArrowRight');
  await expect(paper).toHaveAttribute('aria-valuetext', 'Bar 2 of 60');
  await expect(view.getByText(/^Page 1 of \d+$/)).toBeVisible();

  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.sheets = String(
        document.querySelectorAll('body > div > div > svg').length,
      );
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await view.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-sheets', /^[1-9]/, { timeout: 120_000 });

  await page.reload();
  await expect(view.getByText(/^Page 1 of \d+$/)).toBeVisible({ timeout: 120_000 });

  const { name, bytes } = await stage.saveScore();
  expect(name).toBe('Waltz.musicxml');
  expect(readBack(bytes.toString())).toEqual({ bars: 60, notes: 180 });
});
