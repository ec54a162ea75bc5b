/** Music for the evaluation, from `../shared/data` beside the project. */
import type { Encoding } from '../../src/music/encoding/encoding.ts';
import { Random } from '../../src/music/random.ts';
import type { Song } from '../../src/music/song.ts';
import { archiveSongs, type NamedSong } from '../../src/music/testSongs.ts';
import type { EncodedPiece } from '../../src/training/split.ts';
import { readChorales } from './chorale.ts';
import type { PlainPiece } from './requests.ts';

export interface EncodedSong extends EncodedPiece {
  song: Song;
}

export interface JudgedPieces<Piece extends EncodedPiece = EncodedPiece> {
  training: Piece[];
  /** Validation pieces, which choose the best epoch; available to training. */
  validation: Piece[];
  /** Test pieces, read once at the end. */
  test: Piece[];
}

/** Every tenth piece by sorted name is a test piece; every tenth of the others validates. */
export function splitByTenth<Piece extends EncodedPiece>(
  pieces: readonly Piece[],
): JudgedPieces<Piece> {
  const test = pieces.filter((_, i) => i % 10 === 9);
  const others = pieces.filter((_, i) => i % 10 !== 9);
  return {
    training: others.filter((_, i) => i % 10 !== 4),
    validation: others.filter((_, i) => i % 10 === 4),
    test,
  };
}

/** Songs without encodable notes are left out. */
export function encodeSongs(songs: readonly NamedSong[], encoding: Encoding): EncodedSong[] {
  return songs
    .map(({ name, song }, i) => ({ id: `${i} ${name}`, song, rows: encoding.encode(song) }))
    .filter(({ rows }) => rows.data.length > 0);
}

/**
 * @param archive a file of the shared data, or the URL of another archive
 * @throws {Error} if the archive is missing, or too small for a test set
 */
export function archivePieces(archive: string, encoding: Encoding): JudgedPieces<EncodedSong> {
  const pieces = splitByTenth(encodeSongs(songsOf(archive), encoding));
  if (pieces.test.length === 0) {
    throw new Error(`${archive} holds fewer than ten pieces: none can be held out.`);
  }
  return pieces;
}

/** Seed of the draw of a few training pieces. */
const FEW_SEED = 1;

/** Chopin in `classical-piano.zip`, `count` training pieces; smaller draws are subsets. */
export function fewPieces(count: number, encoding: Encoding): JudgedPieces<EncodedSong> {
  const chopin = songsOf('classical-piano.zip').filter(({ name }) => name.includes('/chopin/'));
  const { training, ...held } = splitByTenth(encodeSongs(chopin, encoding));
  const order = training.map((_, i) => i);
  Random.fromSeed(FEW_SEED).shuffle(order);
  const chosen = order.slice(0, count).sort((a, b) => a - b);
  return { ...held, training: chosen.map((i) => training[i]) };
}

function songsOf(archive: string): NamedSong[] {
  const songs = archiveSongs(archive);
  if (songs.length === 0) throw new Error(`${archive} is not beside the project.`);
  return songs;
}

export function choralePieces(): JudgedPieces {
  const { train, valid, test } = readChorales(
    new URL('../../../shared/data/jsb-chorales-quarter.json', import.meta.url),
  );
  return { training: train, validation: valid, test };
}

export function plain({ id, rows }: EncodedPiece): PlainPiece {
  const { buffer } = Int16Array.from(rows.data);
  return { id, width: rows.width, rows: Buffer.from(buffer).toString('base64') };
}

export function countRows(pieces: readonly EncodedPiece[]): number {
  return pieces.reduce((sum, { rows }) => sum + rows.data.length / rows.width, 0);
}
