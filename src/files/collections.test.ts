/** Reads the sample library, and collections of published files where they are present. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readMidi } from '../music/midi/read';
import {
  linesOfSong,
  linesOfTonejs,
  marksOfSong,
  marksOfTonejs,
  readWithTonejs,
} from '../music/midi/testing/tonejs';
import { writeMidi } from '../music/midi/write';
import { intake } from './intake';

const FOLDER = '../shared/data';
const LIBRARY = join(import.meta.dirname, '../../public/library');

const collections = [
  { name: 'classical-piano.zip', pieces: 250 },
  { name: 'mutopia-public-domain.zip', pieces: 68 },
].map((collection) => ({ ...collection, path: `${FOLDER}/${collection.name}` }));

for (const { name, path, pieces } of collections) {
  const isMissing = !existsSync(path);
  const meta = { skipReason: `${path} is missing` };

  describe.skipIf(isMissing)(name, { meta }, () => {
    it(`gives ${pieces} pieces with nothing to mend`, async () => {
      const bytes = new Uint8Array(readFileSync(path));
      const source = { name, size: bytes.length, read: async () => bytes };
      let songs = 0;
      for await (const event of intake([source], new AbortController().signal)) {
        expect(event.kind).not.toBe('rejected');
        if (event.kind !== 'song') continue;
        songs++;
        expect(event.repairs).toEqual([]);
      }
      expect(songs).toBe(pieces);
    }, 60_000);

    it('holds what another reader finds, and comes back from our writer', () => {
      for (const [entry, bytes] of Object.entries(unzipSync(readFileSync(path)))) {
        if (!entry.endsWith('/')) expectSameAsTonejs(entry, bytes);
      }
    }, 120_000);
  });
}

describe('the sample library', () => {
  const pieces = readdirSync(LIBRARY).filter((name) => name.endsWith('.mid'));

  it('is ten pieces', () => {
    expect(pieces).toHaveLength(10);
  });

  it.each(pieces)('holds in %s what another reader finds', (name) => {
    expectSameAsTonejs(name, new Uint8Array(readFileSync(join(LIBRARY, name))));
  });
});

/** Notes, tempos and time signatures, and that the song comes back from our writer. */
function expectSameAsTonejs(name: string, bytes: Uint8Array): void {
  const result = readMidi(bytes);
  if (!result.ok) throw new Error(`${name}: ${result.reason}`);
  const [song] = result.songs;
  const theirs = readWithTonejs(bytes);
  expect(linesOfSong(song), name).toEqual(linesOfTonejs(theirs));
  expect(marksOfSong(song), name).toEqual(marksOfTonejs(theirs));
  expect(readMidi(writeMidi(song)), name).toEqual({ ok: true, songs: [song], repairs: [] });
}
