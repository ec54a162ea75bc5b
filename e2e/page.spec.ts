/** The page itself: by keyboard alone, in the dark, on a phone. */
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './support/fixtures';
import { melodyFile } from './support/midiFiles';
import { trained } from './support/steps';

/** Presses a key until this has the focus; no mouse, no focus by script. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  const stops = 60;
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Not reached by ${stops} presses of ${key}: ${target}`);
}

/** The way back: behind the last stop of a page some browsers go on to their own buttons. */
function tabBackTo(page: Page, target: Locator): Promise<void> {
  return tabTo(page, target, 'Shift+Tab');
}

test('the main job can be done by keyboard alone', async ({ app, page }) => {
  await app.open('wasm');
  const { library, training, compose, stage } = app;
  // Choosers go to the test from here on: asked for with the key, Chromium is at times too late.
  page.on('filechooser', () => {});

  await tabTo(page, library.addFiles);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  const { name, bytes } = melodyFile('Up and down', 60, 40);
  await chooser.setFiles([{ name, mimeType: 'audio/midi', buffer: Buffer.from(bytes) }]);
  await expect(library.pieces).toHaveCount(1);

  await tabTo(page, training.preset);
  // Not by its letters, which belong together only as long as they follow each other quickly.
  await page.keyboard.press('Home');
  await expect(training.preset.getByRole('option', { selected: true })).toHaveText(
    'Classic (the published network)',
  );
  await tabTo(page, page.locator('#training summary').first());
  await page.keyboard.press('Enter');
  await tabTo(page, training.field('Epochs'));
  await page.keyboard.type('1');
  await expect(training.field('Epochs')).toHaveValue('1');
  await tabTo(page, training.field('Batch size'));
  await page.keyboard.type('8');
  await tabBackTo(page, training.train);
  await page.keyboard.press('Enter');
  await training.finished();

  await tabTo(page, compose.generate);
  await page.keyboard.press('Space');
  await expect(compose.takes).toHaveCount(1);
  await expect(compose.generate).toBeEnabled();

  await tabBackTo(page, stage.play);
  await page.keyboard.press('Space');
  await expect(stage.pause).toBeVisible();
  await expect.poll(() => stage.seconds()).toBeGreaterThanOrEqual(1);
  await page.keyboard.press('Space');
  await expect(stage.play).toBeVisible();
  await tabTo(page, stage.download);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Etude \d{4}-\d\d-\d\d take 1\.mid$/);
});

test('the theme can be changed and is remembered', async ({ app, page }, info) => {
  await app.open('wasm');
  const { theme } = app.header;
  const brightness = (): Promise<number> =>
    page.evaluate(() => {
      const [red, green, blue] = getComputedStyle(document.body)
        .backgroundColor.match(/[\d.]+/g)!
        .map(Number);
      return (red + green + blue) / 3;
    });
  const light = await brightness();
  await page.screenshot({ path: info.outputPath('light.png') });
  await expect(theme).toHaveAccessibleName('Use the dark theme');
  await theme.click();
  await expect(theme).toHaveAccessibleName('Use the light theme');
  const dark = await brightness();
  await page.screenshot({ path: info.outputPath('dark.png') });
  expect(light).toBeGreaterThan(170);
  expect(dark).toBeLessThan(85);
  await page.reload();
  await expect(theme).toHaveAccessibleName('Use the light theme');
  expect(await brightness()).toBe(dark);
});

test('nothing is wider than a phone', async ({ app, page }, info) => {
  await page.setViewportSize({ width: 360, height: 740 });
  // What is left beside a scroll bar that takes room, as on a desktop.
  const excess = (): Promise<number> =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  await app.open('wasm');
  expect(await page.evaluate(() => window.innerWidth)).toBe(360);
  expect(await excess(), 'empty').toBe(0);
  await page.screenshot({ path: info.outputPath('empty.png'), fullPage: true });
  await trained(app);
  expect(await excess(), 'trained').toBe(0);
  await app.compose.composeTake({ length: 16, seed: 1 });
  expect(await excess(), 'with a take').toBe(0);
  await page.screenshot({ path: info.outputPath('with a take.png'), fullPage: true });
});
