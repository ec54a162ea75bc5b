/** Reads whole collections of real files, where they are at hand beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { intake } from './intake';
import { readMidi } from './read';
import { linesOfSong, linesOfTonejs, readWithTonejs } from './testing/tonejs';
import { writeMidi } from './write';

const FOLDER = '../shared/data';

const collections = [
  { name: 'classical-piano.zip', pieces: 250 },
  { name: 'mutopia-public-domain.zip', pieces: 68 },
].map((collection) => ({ ...collection, path: `${FOLDER}/${collection.name}` }));

for (const { name, path, pieces } of collections) {
  const isMissing = !existsSync(path);
  if (isMissing) console.warn(`Skipped: the tests of ${name} need ${path}.`);

  describe.skipIf(isMissing)(name, () => {
    it(`gives ${pieces} pieces with nothing to mend`, async () => {
      const bytes = new Uint8Array(readFileSync(path));
      const source = { name, size: bytes.length, read: async () => bytes };
      let songs = 0;
      for await (const event of intake([source], new AbortController().signal)) {
        expect(event.kind).not.toBe('rejected');
        if (event.kind !== 'song') continue;
        songs++;
        expect(event.mended).toEqual([]);
      }
      expect(songs).toBe(pieces);
    }, 60_000);

    it('holds the notes that another reader finds, and comes back from our writer', () => {
      for (const [entry, bytes] of Object.entries(unzipSync(readFileSync(path)))) {
        if (entry.endsWith('/')) continue;
        const result = readMidi(bytes);
        if (!result.ok) throw new Error(`${entry}: ${result.reason}`);
        const [song] = result.songs;
        expect(linesOfSong(song), entry).toEqual(linesOfTonejs(readWithTonejs(bytes)));
        expect(readMidi(writeMidi(song)), entry).toEqual({ ok: true, songs: [song], mended: [] });
      }
    }, 60_000);
  });
}
