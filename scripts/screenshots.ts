/**
 * `npm run screenshots`: pictures of every mood of the page at every size, in light, in dark and
 * in forced colours, in `screenshots/`. One visit makes them all: at each mood only the window and
 * the colours change. Arguments: parts of names, such as `takes-390`, to draw those pictures only.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { AppPage } from '../e2e/pages/app';
import { chromiumFlags, requireChromium } from './chromium';
import { type Mood, type MoodName, moodNames, moods, reach } from './screenshots/moods';

const FOLDER = join(import.meta.dirname, '../screenshots');

const sizes = [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** Time for canvases and transitions to follow a change of size or colours, milliseconds. */
const SETTLING = 300;
const RECOLOURING = 1000;

const wanted = process.argv.slice(2);

/** Draws the mood in all looks and sizes; below the first screen too where the page scrolls. */
async function draw(page: Page, moodName: MoodName): Promise<void> {
  const mood: Mood = moods[moodName];
  for (const { name: look, ...media } of looks) {
    await page.emulateMedia(media);
    await page.waitForTimeout(RECOLOURING);
    for (const size of sizes) {
      const name = `${moodName}-${size.width}x${size.height}-${look}`;
      if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
      await page.setViewportSize(size);
      await mood.arrange?.(page);
      await page.waitForTimeout(SETTLING);
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      if (look === 'light' && size.width < 768 && mood.whole) {
        await page.screenshot({ path: join(FOLDER, `${name}-whole.png`), fullPage: true });
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize(sizes[0]);
}

mkdirSync(FOLDER, { recursive: true });
await build({ logLevel: 'error' });
const server = await preview({ logLevel: 'warn', preview: { port: 0 } });
const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumFlags });
try {
  const [address] = server.resolvedUrls?.local ?? [];
  const page = await browser.newPage({
    baseURL: address,
    viewport: sizes[0],
    reducedMotion: 'reduce',
  });
  page.on('pageerror', (error) => console.error(`The page complains: ${error.message}`));
  const app = new AppPage(page);
  await app.open('wasm');
  for (const mood of moodNames) {
    await reach(mood, app);
    await draw(page, mood);
    console.log(mood);
  }
} finally {
  await browser.close();
  await server.close();
}
