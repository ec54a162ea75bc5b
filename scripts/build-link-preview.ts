/**
 * Draws `public/link-preview.png`, which chats and feeds show beside a link to Etude: the name over
 * a piano roll of a piece of the sample library. It is committed; part of `npm run build:icons`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { readMidi } from '../src/music/midi/read';
import type { Note } from '../src/music/song';
import { quietFlags, requireChromium } from './chromium';

const PUBLIC = join(import.meta.dirname, '../public');
const WIDTH = 1200;
const HEIGHT = 630;
/** Upper edge of the roll, pixels. */
const ROLL = 300;
const BEATS = 36;
/** The colours of the app's roll. */
const COLOURS = ['#3d6fa5', '#7a63c7', '#d95b9c', '#f0808a', '#f5b942'];

function notesOf(file: string): { notes: Note[]; ppq: number } {
  const read = readMidi(new Uint8Array(readFileSync(join(PUBLIC, 'library', file))));
  if (!read.ok) throw new Error(read.reason);
  const [{ tracks, ppq }] = read.songs;
  return { notes: tracks.flatMap((track) => track.notes), ppq };
}

function roll(): string {
  const { notes, ppq } = notesOf('the-entertainer.mid');
  const shown = notes.filter(({ tick }) => tick < BEATS * ppq);
  const pitches = shown.map(({ pitch }) => pitch);
  const [lowest, highest] = [Math.min(...pitches), Math.max(...pitches)];
  const row = (HEIGHT - ROLL - 40) / (highest - lowest + 1);
  const beat = WIDTH / BEATS;
  const bars = shown.map(({ tick, duration, pitch }, i) => {
    const x = (tick / ppq) * beat;
    const y = ROLL + 20 + (highest - pitch) * row;
    const width = Math.max(4, (duration / ppq) * beat - 3);
    const colour = COLOURS[(pitch * 7 + i) % COLOURS.length];
    return `<rect x="${x}" y="${y}" width="${width}" height="${row * 1.5}" rx="3" fill="${colour}"/>`;
  });
  return `<svg width="${WIDTH}" height="${HEIGHT}" style="position:absolute;inset:0">${bars.join('')}</svg>`;
}

const icon = readFileSync(join(PUBLIC, 'icon.svg')).toString('base64');
const browser = await chromium.launch({ executablePath: requireChromium(), args: quietFlags });
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
await page.setContent(`
  <body style="margin:0;background:#13100e;color:#f7f2e6;font-family:Palatino,'URW Palladio L','DejaVu Serif',serif">
    ${roll()}
    <div style="position:absolute;top:${ROLL - 4}px;width:100%;height:5px;background:#a3293a"></div>
    <img width="132" style="position:absolute;left:72px;top:76px" src="data:image/svg+xml;base64,${icon}">
    <h1 style="position:absolute;left:240px;top:56px;margin:0;font-size:104px;font-style:italic;font-weight:500">Etude</h1>
    <p style="position:absolute;left:244px;top:186px;margin:0;font-size:36px;color:#b3a695">A network that practises on your music</p>
  </body>`);
await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
await page.screenshot({ path: join(PUBLIC, 'link-preview.png') });
await browser.close();
