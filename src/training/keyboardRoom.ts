/** How far a piece can be transposed and stay on the keyboard. */
import type { EncodingColumn, Rows } from '../music/encoding/encoding';

/** As wide as the keyboard. */
const WIDEST = 87;

/** Semitones down and up. */
export function keyboardRoom(
  { data, width }: Rows,
  columns: readonly EncodingColumn[],
): [down: number, up: number] {
  let [down, up] = [WIDEST, WIDEST];
  columns.forEach(({ transposes, predicted, classes }, column) => {
    if (transposes !== 'pitch' || !predicted) return;
    for (let at = column; at < data.length; at += width) {
      const key = data[at];
      if (key < 0) continue;
      down = Math.min(down, key);
      up = Math.min(up, classes - 1 - key);
    }
  });
  return [down, up];
}
