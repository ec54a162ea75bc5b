/** An archive of scores as MIDI files, with one line of `index.jsonl` for each file. */
import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
import { readMidi } from '../../src/music/midi/read';
import type { Song } from '../../src/music/song';
import { composerOf } from './composers';

const line = v.object({
  file: v.string(),
  title: v.string(),
  composer: v.string(),
  source: v.string(),
  license: v.string(),
  editor: v.string(),
  /** Whether the velocities follow the score's dynamics. */
  velocities: v.boolean(),
  /** Names of the parts, of songs for voice and piano. */
  tracks: v.optional(v.array(v.string())),
});

export interface Score extends v.InferOutput<typeof line> {
  /** In one spelling for all sources. Default: none (anonymous and traditional pieces). */
  person?: string;
  song: Song;
}

const INDEX = 'index.jsonl';

/**
 * The scores in the order of the index; files that cannot be read are left out.
 * @throws {Error} if the archive has no index, or a file named there is missing
 */
export function readCatalogue(archive: Uint8Array): Score[] {
  const files = unzipSync(archive);
  const index = files[INDEX];
  if (!index) throw new Error(`The archive holds no ${INDEX}.`);
  return strFromU8(index)
    .split('\n')
    .filter((text) => text.trim() !== '')
    .flatMap((text): Score[] => {
      const entry = v.parse(line, JSON.parse(text));
      const bytes = files[entry.file];
      if (!bytes) throw new Error(`The archive holds no ${entry.file}.`);
      const read = readMidi(bytes);
      if (!read.ok) return [];
      const [song] = read.songs;
      return [{ ...entry, person: composerOf(entry.composer), song }];
    });
}
