/** Similarity of two bars: by notes and places, by transposed notes, and by rhythm. */
import type { Bar } from './bars';

/** Above every key, so that place and key combine into one number. */
const PITCH_RANGE = 256;

/** Features of a bar for the comparison. */
export interface BarShape {
  ticks: number;
  /** `place * 256 + pitch`, ascending, unique. */
  struck: number[];
  /** Places of the onsets, ascending. */
  places: number[];
}

export function shapeOf({ ticks, onsets }: Bar): BarShape {
  return {
    ticks,
    places: onsets.map(({ place }) => place),
    struck: onsets.flatMap(({ place, notes }) =>
      notes.map(({ pitch }) => place * PITCH_RANGE + pitch),
    ),
  };
}

/** Jaccard index of two ascending lists, the second one moved by `shift`: 0..1. */
export function jaccard(a: readonly number[], b: readonly number[], shift = 0): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i] - b[j] - shift;
    if (difference === 0) both++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const either = a.length + b.length - both;
  return either === 0 ? 0 : both / either;
}

/**
 * Most common transposition, other than 0, of notes of `earlier` to notes of `bar`.
 * @returns semitones, at most `most` up or down; 0 for none
 */
export function commonestShift(bar: BarShape, earlier: BarShape, most: number): number {
  const counts = new Int32Array(2 * most + 1);
  let start = 0;
  for (const struck of bar.struck) {
    const place = Math.floor(struck / PITCH_RANGE);
    while (
      start < earlier.struck.length &&
      Math.floor(earlier.struck[start] / PITCH_RANGE) < place
    ) {
      start++;
    }
    for (let at = start; at < earlier.struck.length; at++) {
      if (Math.floor(earlier.struck[at] / PITCH_RANGE) > place) break;
      const shift = struck - earlier.struck[at];
      if (Math.abs(shift) <= most) counts[shift + most]++;
    }
  }
  let best = 0;
  counts.forEach((count, i) => {
    if (i !== most && count > 0 && (best === 0 || count > counts[best + most])) best = i - most;
  });
  return best;
}
