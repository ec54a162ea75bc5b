/** What is done to single rows: moving them to another key, choosing what a network's state reads. */
import { movedKey } from '../form/key';
import type { EncodingColumn } from './encoding';

/** Indices of the columns that a network's state is given. */
export function readColumns(columns: readonly EncodingColumn[]): number[] {
  return columns.flatMap(({ headsOnly }, index) => (headsOnly ? [] : [index]));
}

/** Moves a row by so many semitones, in place; a key beyond the keyboard becomes "no value". */
export function transposeRow(
  row: Int32Array | number[],
  columns: readonly EncodingColumn[],
  semitones: number,
): void {
  if (semitones === 0) return;
  columns.forEach(({ transposes, classes }, column) => {
    if (!transposes || row[column] < 0) return;
    if (transposes === 'tonic') {
      row[column] = movedKey(row[column], semitones);
      return;
    }
    const moved = row[column] + semitones;
    if (transposes === 'pitchClass') row[column] = ((moved % classes) + classes) % classes;
    else row[column] = moved >= 0 && moved < classes ? moved : -1;
  });
}
