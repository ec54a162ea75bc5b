/** Key of some notes: by scale, and by correlation with key profiles. */
import type { Note } from '../../../src/music/song.ts';

export interface Key {
  /** Pitch class of the tonic, 0 (C) to 11. */
  tonic: number;
  mode: 'major' | 'minor';
}

const PITCH_CLASSES = 12;

/**
 * Scales of seven notes, as semitones above the tonic. A natural minor scale is the major scale of
 * another tonic.
 */
const SCALES = [
  [0, 2, 4, 5, 7, 9, 11],
  [0, 2, 3, 5, 7, 8, 11],
];

/** Probe-tone ratings, from the tonic up (Krumhansl and Kessler 1982, as in Krumhansl 1990, p. 30). */
const PROFILES = {
  major: [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88],
  minor: [6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17],
} as const;

const MODES = ['major', 'minor'] as const;

/** Share of the notes in the best seven-note scale (major, natural or harmonic minor). */
export function inBestScale(notes: readonly Note[]): number {
  const counts = weights(notes, () => 1);
  const inScale = SCALES.flatMap((scale) =>
    counts.map((_, tonic) =>
      scale.reduce((sum, step) => sum + counts[(tonic + step) % PITCH_CLASSES], 0),
    ),
  );
  return Math.max(...inScale) / Math.max(1, notes.length);
}

/**
 * Key whose profile correlates best with the sounding time of each pitch class (Krumhansl and
 * Schmuckler's algorithm, Krumhansl 1990, chapter 4).
 */
export function sensedKey(notes: readonly Note[]): Key {
  const sounding = weights(notes, ({ duration }) => duration);
  let best: Key = { tonic: 0, mode: 'major' };
  let highest = Number.NEGATIVE_INFINITY;
  for (const mode of MODES) {
    for (let tonic = 0; tonic < PITCH_CLASSES; tonic++) {
      const fromTonic = sounding.map((_, step) => sounding[(tonic + step) % PITCH_CLASSES]);
      const fit = correlation(fromTonic, PROFILES[mode]);
      if (fit <= highest) continue;
      highest = fit;
      best = { tonic, mode };
    }
  }
  return best;
}

function weights(notes: readonly Note[], weigh: (note: Note) => number): number[] {
  const sums = new Array<number>(PITCH_CLASSES).fill(0);
  for (const note of notes) sums[note.pitch % PITCH_CLASSES] += weigh(note);
  return sums;
}

/** Pearson correlation; 0 if either side is constant. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [deviations(a), deviations(b)];
  const scale = Math.sqrt(product(x, x) * product(y, y));
  return scale > 0 ? product(x, y) / scale : 0;
}

function deviations(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
