import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INTAKE_LIMITS } from './intakeEvent';
import { collect, GOOD, outcomes, source } from './testing/intakeLines';
import { zip } from './testing/zipBytes';

const SCORE = readFileSync(new URL('../music/score/testing/small.musicxml', import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const CONTAINER = bytesOf(
  '<?xml version="1.0"?><container><rootfiles><rootfile full-path="small.musicxml"/></rootfiles></container>',
);
const mxl = (score: Uint8Array = SCORE, path = 'small.musicxml'): Uint8Array =>
  zip([
    { path: 'META-INF/container.xml', data: CONTAINER },
    { path, data: score },
  ]);

it('reads scores beside MIDI files, packed or not, alone or in a collection', async () => {
  const collection = zip([
    { path: 'a.mid', data: GOOD },
    { path: 'b.musicxml', data: SCORE },
    { path: 'c.mxl', data: mxl() },
    { path: 'd.abc', data: bytesOf('X:1\nT:Tune\nK:C\nCDEF|\n') },
    { path: 'e.zip', data: zip([{ path: 'a.mid', data: GOOD }]) },
  ]);
  const lines = await outcomes([
    source('small.xml', SCORE),
    source('small.mxl', mxl()),
    source('all.zip', collection),
  ]);
  expect(lines.slice(0, -1)).toEqual([
    'small.xml +',
    'small.mxl +',
    'all.zip/a.mid +',
    'all.zip/b.musicxml +',
    'all.zip/c.mxl +',
    'all.zip/d.abc +',
  ]);
  expect(lines.at(-1)).toMatch(/^all\.zip\/e\.zip: .*zip inside a zip/);
});

it('counts a packed score as one file', async () => {
  const events = await collect([source('small.mxl', mxl())]);
  expect(events.at(-1)).toEqual({ kind: 'progress', done: 2, total: 2 });
});

it('says why a packed score cannot be read', async () => {
  expect(await outcomes([source('lost.mxl', mxl(SCORE, 'other.xml'))])).toEqual([
    'lost.mxl: This compressed score names no score that is in it.',
  ]);
  const limits = { ...INTAKE_LIMITS, maxMidiBytes: 2000 };
  expect(await outcomes([source('bomb.mxl', mxl())], limits)).toEqual([
    'bomb.mxl: This score is larger than 48 MB; Etude does not open it.',
  ]);
  const spaces = new Uint8Array(8 << 20).fill(0x20);
  const bomb = mxl(new Uint8Array([...SCORE.subarray(0, 100), ...spaces]));
  expect(await outcomes([source('bomb.mxl', bomb)])).toEqual([
    'bomb.mxl: This score is larger than 48 MB; Etude does not open it.',
  ]);
});
