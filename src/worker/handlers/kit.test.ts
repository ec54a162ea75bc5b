import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
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

function piecesNamed(ids: readonly string[]): KitInput['pieces'] {
  return ids.map((id, i) => ({ id, title: id, song: packSong(song(i)) }));
}

async function pack(
  pieces: KitInput['pieces'],
  checkpoint = smallCheckpoint(),
): Promise<ReturnType<typeof unzipSync>> {
  const titles = new Map([['a', 'First piece']]);
  const input = { checkpoint, pieces, titles, version: '1' };
  const packed = await kit(input, { signal: new AbortController().signal }).next();
  if (!packed.done) throw new Error('A kit has no progress.');
  return unzipSync(packed.value);
}

function idsIn(files: ReturnType<typeof unzipSync>, part: string): string[] {
  const names = files[`etude-kit/data/${part}-000000.names.json`];
  return v
    .parse(v.array(v.object({ id: v.string() })), JSON.parse(strFromU8(names)))
    .map((one) => one.id);
}

it('packs the program with the pieces of the run', async () => {
  const files = await pack(piecesNamed(['a', 'b', 'c']));
  expect(strFromU8(files['etude-kit/train.py'])).toContain('def main()');
  expect(strFromU8(files['etude-kit/README.md'])).toContain('pip install -r requirements.txt');
  // The run that goes on keeps its split.
  expect(JSON.parse(strFromU8(files['etude-kit/data/training-000000.names.json']))).toEqual([
    { id: 'a', title: 'First piece' },
    { id: 'b', title: '' },
  ]);
});

it('takes new pieces to learn from, but no copy of a held-out one', async () => {
  const pieces = piecesNamed(['a', 'b', 'c', 'd']);
  const files = await pack([...pieces, { ...pieces[2], id: 'copy of c' }]);
  expect(idsIn(files, 'training')).toEqual(['a', 'b', 'd']);
  expect(idsIn(files, 'validation')).toEqual(['c']);
});

it('splits anew for a model that does not say what it has learnt', async () => {
  const unknown = { ...smallCheckpoint(), trainedOn: { training: [], validation: [] } };
  const files = await pack(piecesNamed(['a', 'b', 'c']), unknown);
  expect(idsIn(files, 'training')).toHaveLength(2);
  expect(idsIn(files, 'validation')).toHaveLength(1);
});

it('never holds out what the model has learnt where one of its pieces is gone', async () => {
  const files = await pack(piecesNamed(['a', 'd', 'e', 'f']));
  expect(idsIn(files, 'training')).toContain('a');
});

it('says that there is nothing to learn from', async () => {
  await expect(pack([])).rejects.toThrow('Add pieces to the library first');
});
