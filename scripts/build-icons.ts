/**
 * Renders `public/icon.svg` as the PNG files that operating systems need, in `public/icons`. They
 * are committed; run this again after a change of the drawing.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { quietFlags, requireChromium } from './chromium';

const PUBLIC = join(import.meta.dirname, '../public');
const FOLDER = join(PUBLIC, 'icons');
/** Background colour of the drawing. */
const GROUND = '#17120f';

interface Icon {
  file: string;
  /** Width and height, pixels. */
  size: number;
  /** Share of the width for the drawing; the background fills the rest and the corners. */
  filled?: number;
}

const ICONS: readonly Icon[] = [
  { file: 'icon-192.png', size: 192 },
  { file: 'icon-512.png', size: 512 },
  // Maskable: all essential parts lie in a circle of 80 % (https://www.w3.org/TR/appmanifest/).
  { file: 'maskable-512.png', size: 512, filled: 0.72 },
  // iOS rounds the corners, and fills transparent parts with black.
  { file: 'apple-touch-180.png', size: 180, filled: 0.92 },
];

const drawing = readFileSync(join(PUBLIC, 'icon.svg')).toString('base64');

async function draw(browser: Browser, { file, size, filled }: Icon): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = Math.round(size * (filled ?? 1));
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${
      filled === undefined ? 'transparent' : GROUND
    }"><img width="${side}" height="${side}" src="data:image/svg+xml;base64,${drawing}"></body>`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: join(FOLDER, file), omitBackground: true });
  await page.close();
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: requireChromium(), args: quietFlags });
for (const icon of ICONS) await draw(browser, icon);
await browser.close();
