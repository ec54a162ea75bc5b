/**
 * The main job in WebKitGTK, the nearest to Safari that runs on Linux: from the sample library to a
 * take on disk, over a reload and without a network. Each step goes on from the one before.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Midi } from '@tonejs/midi/dist/Midi.js';
import { type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Browser, startBrowser } from './browser';
import { WalkPage } from './walkPage';

/** More epochs than any machine gets through while the walk looks on. */
const LONG = 9000;
/** The first save comes after two seconds; after this long it has surely been written. */
const SAVED_MS = 4000;

/** More than a step takes, also on a busy machine. */
const STEP_MS = 4000;

let server: PreviewServer;
let browser: Browser;
let page: WalkPage;

beforeAll(async () => {
  server = await preview({ preview: { port: 0, host: 'localhost' }, logLevel: 'error' });
  browser = await startBrowser();
  page = new WalkPage(browser.driver);
}, 60_000);

afterAll(async () => {
  await browser?.end();
  await server?.close();
}, 30_000);

/** A picture of the page after a step that failed, or after each where `WALK_PICTURES` is set. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' && process.env.WALK_PICTURES === undefined) return;
  await mkdir('test-results', { recursive: true });
  await writeFile(`test-results/webkit ${task.name}.png`, await browser.driver.screenshot());
});

const steps = async (): Promise<number> =>
  Number(await page.attribute('Training progress', 'aria-valuenow'));

/** The sentence under the progress bar. */
const status = (): Promise<string> => page.attribute('Training progress', 'aria-valuetext');

/** Bytes of the first file that was saved; none while there is none. */
async function downloaded(): Promise<Buffer> {
  const [name] = await readdir(browser.downloads);
  return name === undefined ? Buffer.alloc(0) : readFile(join(browser.downloads, name));
}

/** Seconds that the counter shows. */
async function seconds(): Promise<number> {
  const [, minutes = '', rest = ''] = /(\d+):(\d\d) \//.exec(await page.text('Position')) ?? [];
  return 60 * Number(minutes) + Number(rest);
}

it('reads the sample library', async () => {
  const [address = ''] = server.resolvedUrls?.local ?? [];
  await page.open(`${address}?backend=wasm`);
  await page.press('Load the sample library');
  await expect.poll(() => page.rows('Pieces')).toHaveLength(10);
  expect((await page.rows('Pieces')).join()).toContain('The Entertainer');
});

it('trains on WASM, pauses and goes on', async () => {
  await page.choose('Preset', 'Classic (the published network)');
  await page.unfold('Advanced');
  await page.fill('Epochs', LONG);
  await page.fill('Batch size', 16);
  await page.fill('Sequence length', 16);
  await page.press('Train');
  await expect.poll(steps).toBeGreaterThan(20);
  expect(await page.text('Engine')).toMatch(/WASM/);
  await page.press('Pause training');
  await expect.poll(() => page.hasButton('Resume training')).toBe(true);
  // The step under way is finished first.
  await sleep(STEP_MS);
  const paused = await steps();
  await sleep(STEP_MS);
  expect(await steps()).toBe(paused);
  await page.press('Resume training');
  await expect.poll(steps).toBeGreaterThan(paused);
});

it('goes on where it was after the page is loaded again', async () => {
  await sleep(SAVED_MS);
  await page.reload();
  await page.press('Resume your last model');
  await expect.poll(steps).toBeGreaterThan(20);
  await page.press('Stop training');
  await expect
    .poll(() => page.attribute('Training progress', 'aria-valuetext'))
    .toMatch(/^Stopped/);
  expect(await page.rows('Pieces')).toHaveLength(10);
});

it('composes and plays a take', async () => {
  await page.press('Generate');
  await expect.poll(() => page.rows('Takes')).not.toHaveLength(0);
  await expect.poll(() => page.hasButton('Generate')).toBe(true);
  await page.press('Play');
  await expect.poll(seconds).toBeGreaterThanOrEqual(2);
  await page.press('Pause');
  await expect.poll(() => page.hasButton('Play')).toBe(true);
});

it('saves the take that the roll shows', async () => {
  await page.press('Download MIDI');
  // The file is there before its bytes.
  await expect.poll(downloaded).not.toHaveLength(0);
  const names = await readdir(browser.downloads);
  expect(names).toEqual([expect.stringMatching(/^Etude .*\.mid$/)]);
  const midi = new Midi(await downloaded());
  const notes = midi.tracks.reduce((sum, track) => sum + track.notes.length, 0);
  expect(notes).toBeGreaterThan(0);
  expect(await page.attribute('Piano roll of', 'aria-label')).toContain(`: ${notes} notes, `);
});

it('works without a network', async () => {
  const takes = (await page.rows('Takes')).length;
  await page.driver.run(async () => {
    await navigator.serviceWorker.ready;
  });
  await server.close();
  await page.reload();
  await expect.poll(() => page.rows('Pieces')).toHaveLength(10);
  await expect.poll(() => page.rows('Takes')).toHaveLength(takes);
  // Until it is back, Etude's own model composes, which was not fetched.
  await expect.poll(status).toMatch(/model is ready/);
  await page.press('Generate');
  await expect.poll(() => page.rows('Takes')).not.toHaveLength(takes);
  await expect.poll(() => page.hasButton('Generate')).toBe(true);
});

it('has complained of nothing in the console', async () => {
  expect(await page.complaints()).toEqual([]);
  // A complaint would have been seen.
  await page.driver.run(() => console.error('a complaint'));
  expect(await page.complaints()).toEqual(['a complaint']);
});
