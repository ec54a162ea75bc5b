/**
 * Key of a piece: the one whose profile correlates best with the sounding time of each pitch class
 * (the method of Krumhansl and Schmuckler, Krumhansl 1990, chapter 4), with the probe-tone ratings
 * of Krumhansl and Kessler 1982.
 */
import { LOWEST_KEY } from '../encoding/melody';
import { TICK_CLASSES } from '../encoding/tickClasses';
import type { Bar } from './bars';

/** Major keys on C, C sharp, ... B, then minor ones in the same order. */
export const KEY_CLASSES = 24;

const PITCH_CLASSES = 12;

const MAJOR = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
const MINOR = [6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

/**
 * @param weights of the pitch classes, C first: `[12]`
 * @returns 0..23; undefined if all weights are equal
 */
export function keyOf(weights: readonly number[]): number | undefined {
  let best: number | undefined;
  let highest = 0;
  for (let key = 0; key < KEY_CLASSES; key++) {
    const profile = key < PITCH_CLASSES ? MAJOR : MINOR;
    const turned = weights.map((_, i) => weights[(i + key) % PITCH_CLASSES]);
    const likeness = correlation(turned, profile);
    if (likeness > highest) {
      highest = likeness;
      best = key;
    }
  }
  return best;
}

/** Key of a piece, its notes weighted by length. */
export function keyOfBars(bars: readonly Bar[]): number | undefined {
  const weights = new Array<number>(PITCH_CLASSES).fill(0);
  for (const { onsets } of bars) {
    for (const { notes } of onsets) {
      for (const { pitch, duration } of notes) {
        weights[(pitch + LOWEST_KEY) % PITCH_CLASSES] += TICK_CLASSES[duration];
      }
    }
  }
  return keyOf(weights);
}

/** Transposed key. */
export function movedKey(key: number, semitones: number): number {
  const mode = key < PITCH_CLASSES ? 0 : PITCH_CLASSES;
  return mode + ((((key - mode + semitones) % PITCH_CLASSES) + PITCH_CLASSES) % PITCH_CLASSES);
}

/** Pearson correlation, -1..1; 0 if either side is constant. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  a.forEach((value, i) => {
    both += (value - meanA) * (b[i] - meanB);
    squareA += (value - meanA) ** 2;
    squareB += (b[i] - meanB) ** 2;
  });
  return squareA * squareB === 0 ? 0 : both / Math.sqrt(squareA * squareB);
}
