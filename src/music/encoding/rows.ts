/** Operations on single rows: transposition and selection of columns. */
import { movedKey } from '../form/key';
import type { EncodingColumn } from './encoding';

/** Indices of the columns that the LSTM reads. */
export function readColumns(columns: readonly EncodingColumn[]): number[] {
  return columns.flatMap(({ headsOnly }, index) => (headsOnly ? [] : [index]));
}

/** Transposes a row by some semitones, in place; a key off the keyboard becomes "no value". */
export function transposeRow(
  row: Int16Array | number[],
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
