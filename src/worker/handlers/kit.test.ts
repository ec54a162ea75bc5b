import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packSong } from '../../music/packedSong';
import type { Song } from '../../music/song';
import { smallCheckpoint } from '../../training/kit/testing/smallCheckpoint';
import type { KitInput } from '../protocol';
import { kit } from './kit';

const song = (pitch: number): Song => ({
  title: '',
  ppq: 480,
  tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
  timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
  keySignatures: [],
  tracks: [
    {
      name: '',
      channel: 0,
      program: 0,
      isDrum: false,
      notes: [0, 4, 7, pitch].map((step, i) => ({
        tick: i * 480,
        duration: 480,
        pitch: 60 + step,
        velocity: 80,
      })),
      pedal: [],
    },
  ],
});

function pack(pieces: KitInput['pieces']): AsyncGenerator<never, Uint8Array, void> {
  const titles = new Map([['a', 'First piece']]);
  const input = { checkpoint: smallCheckpoint(), pieces, titles, version: '1' };
  return kit(input, { signal: new AbortController().signal });
}

it('packs the program with the pieces of the run', async () => {
  const pieces = ['a', 'b', 'c'].map((id, i) => ({ id, title: id, song: packSong(song(i)) }));
  const packed = await pack(pieces).next();
  if (!packed.done) throw new Error('A kit has no progress.');
  const files = unzipSync(packed.value);
  expect(strFromU8(files['etude-kit/train.py'])).toContain('def main()');
  expect(strFromU8(files['etude-kit/README.md'])).toContain('pip install -r requirements.txt');
  // The run that goes on keeps its split.
  expect(JSON.parse(strFromU8(files['etude-kit/data/training-000000.names.json']))).toEqual([
    { id: 'a', title: 'First piece' },
    { id: 'b', title: '' },
  ]);
});

it('says that there is nothing to learn from', async () => {
  await expect(pack([]).next()).rejects.toThrow('Add pieces to the library first');
});
