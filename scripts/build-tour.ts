/**
 * `npm run build:tour`: the moving picture of the README, `docs/tour.webp`, from pictures of the app
 * at work: pieces come in, the network learns, a take plays. It needs ffmpeg with libwebp.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { AppPage } from '../e2e/pages/app';
import { autoplayFlag, chromiumFlags, requireChromium } from './chromium';
import { type MoodName, reach } from './screenshots/moods';

const PICTURE = join(import.meta.dirname, '../docs/tour.webp');
const WINDOW = { width: 1280, height: 800 };
/** Width of the moving picture, pixels. */
const WIDTH = 800;
const LIMIT = 1.5 * 2 ** 20;

/** A still picture and how long it stands, seconds. */
interface Frame {
  file: string;
  seconds: number;
}

if (spawnSync('ffmpeg', ['-version']).status !== 0) {
  console.error('The moving picture is put together by ffmpeg, which does not run here.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'etude-tour-'));
const frames: Frame[] = [];

async function shoot(page: Page, seconds: number): Promise<void> {
  const file = join(folder, `${String(frames.length).padStart(3, '0')}.png`);
  await page.screenshot({ path: file });
  frames.push({ file, seconds });
}

async function walk(app: AppPage): Promise<void> {
  const { page, training, stage } = app;
  const stand = async (mood: MoodName, seconds: number): Promise<void> => {
    await reach(mood, app);
    await shoot(page, seconds);
  };
  await stand('empty', 1.2);
  await stand('pieces', 1.2);
  await reach('training', app);
  await training.resume.click();
  for (let i = 0; i < 6; i++) {
    await page.waitForTimeout(1500);
    await shoot(page, 0.5);
  }
  await stand('takes', 1.5);
  await stage.play.click();
  for (let i = 0; i < 16; i++) {
    await page.waitForTimeout(400);
    await shoot(page, 0.35);
  }
}

/** Puts the pictures together; a still one stays as long as its frame says. */
function assemble(): void {
  const list = frames.map(({ file, seconds }) => `file '${file}'\nduration ${seconds}`).join('\n');
  const listFile = join(folder, 'frames.txt');
  // The last picture is named twice, as ffmpeg leaves out the duration of the last line.
  writeFileSync(listFile, `${list}\nfile '${frames[frames.length - 1].file}'\n`);
  const input = ['-y', '-loglevel', 'error', '-f', 'concat', '-safe', '0', '-i', listFile];
  const output = ['-vf', `scale=${WIDTH}:-1:flags=lanczos`, '-fps_mode', 'vfr', '-loop', '0'];
  const codec = ['-c:v', 'libwebp_anim', '-quality', '72', '-compression_level', '6'];
  const made = spawnSync('ffmpeg', [...input, ...output, ...codec, PICTURE], { stdio: 'inherit' });
  if (made.status !== 0) throw new Error('ffmpeg did not put the pictures together.');
  const { size } = statSync(PICTURE);
  console.log(`${frames.length} pictures, ${Math.round(size / 1024)} KiB`);
  if (size > LIMIT) throw new Error('The moving picture is too large for a README.');
}

await build({ logLevel: 'error' });
const server = await preview({ logLevel: 'warn', preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: [...chromiumFlags, autoplayFlag],
});
try {
  const [address] = server.resolvedUrls?.local ?? [];
  const app = new AppPage(await browser.newPage({ baseURL: address, viewport: WINDOW }));
  await app.open('wasm');
  await walk(app);
  assemble();
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
