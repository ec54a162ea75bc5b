/** The music that models are judged by, from `../shared/data` beside the project. */
import { studio } from '../../src/music/encoding/studio.ts';
import { archiveSongs } from '../../src/music/testSongs.ts';
import type { EncodedPiece } from '../../src/training/split.ts';
import { readChorales } from './chorale.ts';
import type { PlainPiece } from './requests.ts';

export interface JudgedPieces {
  training: EncodedPiece[];
  /** By which the best epoch is chosen; part of what training may see. */
  validation: EncodedPiece[];
  /** Read once, at the end. */
  test: EncodedPiece[];
}

/** Every tenth piece by sorted name is held out; of the others every tenth chooses the epoch. */
export function splitByTenth(pieces: readonly EncodedPiece[]): JudgedPieces {
  const test = pieces.filter((_, i) => i % 10 === 9);
  const others = pieces.filter((_, i) => i % 10 !== 9);
  return {
    training: others.filter((_, i) => i % 10 !== 4),
    validation: others.filter((_, i) => i % 10 === 4),
    test,
  };
}

/** @returns undefined where the archive is missing */
export function archivePieces(archive: string): JudgedPieces | undefined {
  const songs = archiveSongs(archive);
  if (songs.length === 0) return undefined;
  return splitByTenth(songs.map(({ name, song }) => ({ id: name, rows: studio.encode(song) })));
}

export function choralePieces(): JudgedPieces {
  const { train, valid, test } = readChorales(
    new URL('../../../shared/data/jsb-chorales-quarter.json', import.meta.url),
  );
  return { training: train, validation: valid, test };
}

export function plain({ id, rows }: EncodedPiece): PlainPiece {
  return { id, width: rows.width, rows: Array.from(rows.data) };
}

export function countRows(pieces: readonly EncodedPiece[]): number {
  return pieces.reduce((sum, { rows }) => sum + rows.data.length / rows.width, 0);
}
