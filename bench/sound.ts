/**
 * Time in which ten minutes of music become a sound file, as "Download audio" makes it: rendered
 * with the sampled piano and encoded, the loading of both included. Each file in a new browser.
 *
 *     npm run bench:sound -- [--rounds 3]
 */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { PIANO_FOLDER } from '../scripts/assets';
import { commandOptions, whole } from '../scripts/commandLine';
import type { SoundFormat } from '../src/audio/soundFile/encoder';
import { openPage, type Site, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { emptyResults, publish } from './harness/results';
import { median } from './harness/statistics';
import { figure } from './harness/table';
// Types of the page's global scope.
import type { SoundRun } from './page/sound';
import { SECONDS, tenMinutes } from './sound/tenMinutes';

interface Run extends SoundRun {
  /** Seconds of processor time, on all cores. */
  processor: number;
  browser: string;
}

const FORMATS: readonly SoundFormat[] = ['wav', 'mp3'];

const { rounds } = commandOptions({ rounds: whole(3) });
const score = tenMinutes();
const site = await serveSite();
const results = emptyResults(describeMachine());
const runs = new Map<SoundFormat, Run[]>(FORMATS.map((format) => [format, []]));
try {
  for (let round = 0; round < rounds; round++) {
    for (const format of FORMATS) {
      const run = await makeFile(site, format);
      results.machine.browser = run.browser;
      runs.get(format)?.push(run);
      const seconds = figure(run.milliseconds / 1000);
      console.log(`${format}: ${seconds} s, ${figure(run.processor)} s of the processor`);
    }
  }
} finally {
  await site.close();
}

const notes = score.notes.length;
results.tables.push({
  title: `Ten minutes of music, ${notes} notes, as a sound file`,
  header: [
    'format',
    's',
    'least',
    'most',
    'processor, s',
    'times as fast',
    'MB',
    'longest task, ms',
  ],
  rows: [...runs].map(([format, all]) => {
    const milliseconds = all.map((run) => run.milliseconds);
    results.samples[`sound_${format}`] = milliseconds;
    results.medians[`sound_${format}_ms`] = median(milliseconds);
    const seconds = median(milliseconds) / 1000;
    return [
      format.toUpperCase(),
      figure(seconds),
      figure(Math.min(...milliseconds) / 1000),
      figure(Math.max(...milliseconds) / 1000),
      figure(median(all.map(({ processor }) => processor))),
      figure(SECONDS / seconds),
      figure(all[0].bytes / 1e6),
      String(Math.round(Math.max(...all.map(({ longestTask }) => longestTask)))),
    ];
  }),
});
publish('sound', results);

/** Seconds of processor time that all processes of the page's browser have used. */
async function processorSeconds(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function makeFile(at: Site, format: SoundFormat): Promise<Run> {
  const { page, version, close } = await openPage(at, 'sound');
  try {
    // The app's own files, where the page looks for them.
    await page.route('**/generated/piano/*', (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
      return route.fulfill({ path: join(PIANO_FOLDER, name) });
    });
    const before = await processorSeconds(page);
    const run = await page.evaluate((asked) => globalThis.soundFile(asked.format, asked.score), {
      format,
      score,
    });
    const processor = (await processorSeconds(page)) - before;
    return { ...run, processor, browser: `Chromium ${version}` };
  } finally {
    await close();
  }
}
