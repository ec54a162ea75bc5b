/**
 * Part "first-music": seconds from a press to music, for a newcomer: from "Hear what it does" on an
 * empty page to sound, and from "Load the sample library" to a take of a model of her own.
 */
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { chromiumFlags, requireChromium } from '../../scripts/chromium';
import type { Part } from './part';

/** Patience with one press, milliseconds. */
const PATIENCE = 300_000;
/** Time between two looks, milliseconds. */
const POLL = 50;
const HEAR = 'Hear what it does';

export const firstMusic: Part = {
  name: 'first-music',
  title: 'Seconds from the first press to the first music',
  async measure({ quick }) {
    await build({ logLevel: 'error' });
    const server = await preview({ logLevel: 'warn', preview: { port: 0 } });
    const address = server.resolvedUrls?.local[0] ?? '';
    const rounds = Array.from({ length: quick ? 1 : 3 });
    const own: number[] = [];
    const sound: number[] = [];
    try {
      for (const _ of rounds) {
        sound.push(await inNewBrowser((page) => emptyToSound(page, address)));
        own.push(await inNewBrowser((page) => firstTake(page, address)));
      }
    } finally {
      await server.close();
    }
    return {
      figures: { first_music_seconds: median(own), empty_to_sound_seconds: median(sound) },
      table: {
        head: ['round', 'empty page to sound', 'to a take of the own model'],
        rows: rounds.map((_, i) => [String(i + 1), sound[i].toFixed(1), own[i].toFixed(1)]),
      },
    };
  },
};

/** A new browser has nothing in its cache. */
async function inNewBrowser(measure: (page: Page) => Promise<number>): Promise<number> {
  const browser: Browser = await chromium.launch({
    executablePath: requireChromium(),
    args: chromiumFlags,
  });
  try {
    return await measure(await browser.newPage());
  } finally {
    await browser.close();
  }
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click({ timeout: PATIENCE });
}

/** Newcomer's shortest path: one press on the empty page, until the first note sounds. */
async function emptyToSound(page: Page, address: string): Promise<number> {
  await page.addInitScript(noteFirstSound);
  await page.goto(address);
  const hear = page.getByRole('button', { name: HEAR, disabled: false });
  await hear.waitFor();
  await page.evaluate(() => {
    addEventListener('click', () => performance.mark('press'), { capture: true, once: true });
  });
  await press(page, HEAR);
  const limit = performance.now() + PATIENCE;
  while (!(await page.evaluate(() => performance.getEntriesByName('first sound').length > 0))) {
    if (performance.now() > limit) throw new Error('Nothing sounds.');
    await page.waitForTimeout(POLL);
  }
  return page.evaluate(() => performance.measure('wait', 'press', 'first sound').duration / 1000);
}

/**
 * Marks the moment for which the page has its first note begin, with its output's delay. Samples and
 * the synth that plays until they have loaded begin alike.
 */
function noteFirstSound(): void {
  for (const sources of [AudioBufferSourceNode.prototype, OscillatorNode.prototype]) {
    const { start } = sources;
    sources.start = function (this: AudioScheduledSourceNode, when = 0, ...rest: number[]): void {
      const { context } = this;
      const heard = performance.getEntriesByName('first sound').length > 0;
      if (!heard && context instanceof AudioContext) {
        const wait = Math.max(0, when - context.currentTime) + context.outputLatency;
        performance.mark('first sound', { startTime: performance.now() + 1000 * wait });
      }
      Reflect.apply(start, this, [when, ...rest]);
    };
  }
}

/** Newcomer's path: load, train with the defaults, generate once the run has a model. */
async function firstTake(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Load the sample library' }).waitFor();
  const began = performance.now();
  await press(page, 'Load the sample library');
  await press(page, 'Train');
  await page
    .getByRole('list', { name: 'Snippets' })
    .getByRole('listitem')
    .first()
    .waitFor({ timeout: PATIENCE });
  await press(page, 'Generate');
  await page.getByRole('list', { name: 'Takes' }).getByRole('listitem').first().waitFor();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  return (performance.now() - began) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
