/**
 * Draws `public/icon.svg` as the PNG files that operating systems ask for, in `public/icons`. They
 * are kept in the repository: run this again when the drawing changes.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { quietFlags, requireChromium } from './chromium';

const PUBLIC = join(import.meta.dirname, '../public');
const FOLDER = join(PUBLIC, 'icons');
/** The drawing's own ground. */
const GROUND = '#17120f';

interface Icon {
  file: string;
  /** Pixels on a side. */
  size: number;
  /** Share of the side that the drawing takes; the ground fills the rest and the corners. */
  filled?: number;
}

const ICONS: readonly Icon[] = [
  { file: 'icon-192.png', size: 192 },
  { file: 'icon-512.png', size: 512 },
  // Cut to any shape: all that matters lies in a circle of 80 % (https://www.w3.org/TR/appmanifest/).
  { file: 'maskable-512.png', size: 512, filled: 0.72 },
  // iOS rounds the corners itself, and shows black where there is nothing.
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
