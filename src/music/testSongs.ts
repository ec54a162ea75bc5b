/** Music for tests, from `../shared/data` beside the project; none where that is missing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { readMidi } from './midi/read';
import type { Song } from './song';

const DATA = new URL('../../../shared/data/', import.meta.url);
const LIBRARY = new URL('../../public/library/', import.meta.url);

export interface NamedSong {
  name: string;
  song: Song;
}

function read(name: string, bytes: Uint8Array): NamedSong[] {
  const result = readMidi(bytes);
  return result.ok ? result.songs.map((song) => ({ name, song })) : [];
}

/** The sample library that ships with the app. */
export function librarySongs(): NamedSong[] {
  return readdirSync(LIBRARY)
    .filter((name) => name.endsWith('.mid'))
    .sort()
    .flatMap((name) => read(name, readFileSync(new URL(name, LIBRARY))));
}

/** The pieces of one archive of the shared data, by sorted name. */
export function archiveSongs(archive: string): NamedSong[] {
  const path = new URL(archive, DATA);
  if (!existsSync(path)) {
    console.info(`Left out: ${archive} is not beside the project.`);
    return [];
  }
  return Object.entries(unzipSync(readFileSync(path)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, bytes]) => read(name, bytes));
}

/** The sample library and all shared archives. */
export function sharedSongs(): NamedSong[] {
  return [
    ...librarySongs(),
    ...archiveSongs('mutopia-public-domain.zip'),
    ...archiveSongs('classical-piano.zip'),
  ];
}
