/**
 * Cuts pieces into windows: the rows of each piece that each example of an epoch predicts. A window
 * may begin before its piece or end after it; rows outside have weight 0.
 */
import type { TrainingRecipe } from '../model/preset';
import type { EncodingColumn } from '../music/encoding/encoding';
import { WITHHELD, withheldBits } from '../music/encoding/withhold';
import type { Random } from '../music/random';
import { keyboardRoom } from './keyboardRoom';
import { type EncodedPiece, rowsOf } from './split';

/**
 * `[windows, 4]`, row-major: index of the piece, first predicted row, transposition in semitones,
 * and withheld groups as bits.
 */
export type Windows = Int32Array<ArrayBuffer>;
export const WINDOW_FIELDS = 4;

/** Fixed windows that together predict every row once. */
export function evaluationWindows(
  pieces: readonly EncodedPiece[],
  time: number,
  { predict, withhold }: Pick<TrainingRecipe, 'predict' | 'withhold'>,
): Windows {
  const withheld = withheldBits(withhold?.evaluation ?? []);
  const windows: number[] = [];
  pieces.forEach((piece, index) => {
    const rows = rowsOf(piece);
    if (predict === 'last row') {
      // The predicted row is the last one of the window.
      for (let row = 0; row < rows; row++) windows.push(index, row - time + 1, 0, withheld);
    } else {
      for (let start = 0; start < rows; start += time) windows.push(index, start, 0, withheld);
    }
  });
  return Int32Array.from(windows);
}

/** Windows of a training epoch: as above, but cut, transposed and ordered at random. */
export function trainingWindows(
  pieces: readonly EncodedPiece[],
  time: number,
  recipe: TrainingRecipe,
  columns: readonly EncodingColumn[],
  random: Random,
): Windows {
  const windows: number[] = [];
  pieces.forEach((piece, index) => {
    const rows = rowsOf(piece);
    const interval = intervalDraw(piece, recipe.transpose, columns);
    if (recipe.predict === 'last row') {
      for (let row = 0; row < rows; row++) {
        windows.push(index, row - time + 1, interval(random), withheldDraw(recipe, random));
      }
      return;
    }
    // Enough windows to leave room for random starts, none of them empty.
    const count = Math.ceil(rows / time + 0.5);
    const slack = count * time - rows;
    const least = Math.max(0, slack - time + 1);
    const offset = least + random.below(Math.min(slack, time - 1) - least + 1);
    for (let i = 0; i < count; i++) {
      windows.push(index, i * time - offset, interval(random), withheldDraw(recipe, random));
    }
  });
  return shuffled(Int32Array.from(windows), random);
}

/** Draws the withheld groups of a window, as bits; draws nothing without shares. */
function withheldDraw({ withhold }: TrainingRecipe, random: Random): number {
  if (!withhold) return 0;
  return withheldBits(WITHHELD.filter((what) => random.next() < (withhold.shares[what] ?? 0)));
}

/** Draws a transposition in semitones that keeps the piece on the keyboard. */
function intervalDraw(
  { rows }: EncodedPiece,
  most: number,
  columns: readonly EncodingColumn[],
): (random: Random) => number {
  if (most === 0) return () => 0;
  const [down, up] = keyboardRoom(rows, columns).map((room) => Math.min(most, room));
  return (random) => random.below(down + up + 1) - down;
}

function shuffled(windows: Windows, random: Random): Windows {
  const order = Int32Array.from({ length: windows.length / WINDOW_FIELDS }, (_, i) => i);
  random.shuffle(order);
  const result = new Int32Array(windows.length);
  order.forEach((from, to) => {
    const at = from * WINDOW_FIELDS;
    result.set(windows.subarray(at, at + WINDOW_FIELDS), to * WINDOW_FIELDS);
  });
  return result;
}
