/** Part "first-music": time from "Load the sample library" to the first playable take. */
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chromiumFlags, requireChromium } from '../../scripts/chromium';
import type { Part } from './part';

export const firstMusic: Part = {
  name: 'first-music',
  title: 'Seconds from the first press to the first music',
  async measure({ quick }) {
    await build({ logLevel: 'error' });
    const server = await preview({ logLevel: 'warn', preview: { port: 0 } });
    const browser = await chromium.launch({
      executablePath: requireChromium(),
      args: chromiumFlags,
    });
    const seconds: number[] = [];
    try {
      for (let round = 0; round < (quick ? 1 : 3); round++) {
        seconds.push(await firstTake(await browser.newPage(), server.resolvedUrls?.local[0] ?? ''));
      }
    } finally {
      await browser.close();
      await server.close();
    }
    const median = [...seconds].sort((a, b) => a - b)[seconds.length >> 1];
    return {
      figures: { first_music_seconds: median },
      table: {
        head: ['round', 'seconds'],
        rows: seconds.map((value, i) => [String(i + 1), value.toFixed(1)]),
      },
    };
  },
};

/** Newcomer's path: load, train with the defaults, generate as soon as it is offered. */
async function firstTake(
  page: Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newPage']>>,
  address: string,
): Promise<number> {
  await page.goto(address);
  const press = (name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click({ timeout: 300_000 });
  await page.getByRole('button', { name: 'Load the sample library' }).waitFor();
  const began = performance.now();
  await press('Load the sample library');
  await press('Train');
  await press('Generate');
  await page.getByRole('list', { name: 'Takes' }).getByRole('listitem').first().waitFor();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  const seconds = (performance.now() - began) / 1000;
  await page.close();
  return seconds;
}
