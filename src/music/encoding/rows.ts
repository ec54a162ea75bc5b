/** Operations on single rows: transposition and selection of columns. */
import { movedKey } from '../form/key';
import type { EncodingColumn } from './encoding';

/** Indices of the columns that the LSTM reads. */
export function readColumns(columns: readonly EncodingColumn[]): number[] {
  return columns.flatMap(({ headsOnly }, index) => (headsOnly ? [] : [index]));
}

/**
 * Returns a function that transposes a row by some semitones, in place; a key off the keyboard
 * becomes "no value".
 */
export function transposer(
  columns: readonly EncodingColumn[],
): (row: Int16Array | Int32Array | number[], semitones: number) => void {
  const moving = columns.flatMap(({ transposes, classes }, column) =>
    transposes ? [{ column, transposes, classes }] : [],
  );
  return (row, semitones) => {
    if (semitones === 0) return;
    for (const { column, transposes, classes } of moving) {
      const value = row[column];
      if (value < 0) continue;
      const moved = value + semitones;
      if (transposes === 'tonic') row[column] = movedKey(value, semitones);
      else if (transposes === 'pitchClass') row[column] = (moved + OCTAVES * classes) % classes;
      else row[column] = moved >= 0 && moved < classes ? moved : -1;
    }
  };
}

/** More octaves than a piece is ever transposed by, so that pitch classes stay positive. */
const OCTAVES = 16;
