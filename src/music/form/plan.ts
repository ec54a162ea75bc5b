/**
 * Plan of a piece: for each bar the earlier one that it repeats, and how. Similarity is the Jaccard
 * index of (place, key) pairs, unmoved or transposed, and of the places alone.
 */
import type { Bar } from './bars';
import { type BarShape, commonestShift, jaccard, shapeOf } from './likeness';

/** Degrees of repetition, from none to exact. */
export const DEGREES = ['new', 'rhythm', 'moved', 'varied', 'same'] as const;
export type Degree = (typeof DEGREES)[number];

export interface PlannedBar {
  degree: Degree;
  /** Distance to the repeated bar, in bars; 0 for a new bar. */
  lag: number;
  /** Transposition of a moved bar, in semitones above the repeated one; else 0. */
  shift: number;
}

/** Search range in bars, and the one for rhythm alone. */
export const LONGEST_LAG = 32;
const LONGEST_RHYTHM_LAG = 8;
/** Widest transposition of a bar, semitones. */
export const LONGEST_SHIFT = 12;

/** Least similarities. */
const SAME = 0.9;
const VARIED = 0.5;
const MOVED = 0.75;
const RHYTHM = 0.8;
/** Least advantage in similarity of a transposed bar over the unmoved one. */
const MOVED_AHEAD = 0.2;

export const NEW_BAR: PlannedBar = { degree: 'new', lag: 0, shift: 0 };

/** @param bars all bars of a piece */
export function planOf(bars: readonly Bar[]): PlannedBar[] {
  const shapes = bars.map(shapeOf);
  return shapes.map((_, index) => planBar(shapes, index));
}

function planBar(shapes: readonly BarShape[], index: number): PlannedBar {
  const bar = shapes[index];
  if (bar.struck.length === 0) return NEW_BAR;
  let unmoved = 0;
  let lag = 0;
  let moved = 0;
  let movedLag = 0;
  let shift = 0;
  let rhythmLag = 0;
  for (let back = 1; back <= Math.min(index, LONGEST_LAG); back++) {
    const earlier = shapes[index - back];
    if (earlier.ticks !== bar.ticks || earlier.struck.length === 0) continue;
    const alike = jaccard(bar.struck, earlier.struck);
    if (alike > unmoved) {
      unmoved = alike;
      lag = back;
    }
    if (unmoved >= SAME) continue;
    const by = commonestShift(bar, earlier, LONGEST_SHIFT);
    const alikeMoved = by === 0 ? 0 : jaccard(bar.struck, earlier.struck, by);
    if (alikeMoved > moved) {
      moved = alikeMoved;
      movedLag = back;
      shift = by;
    }
    if (rhythmLag === 0 && back <= LONGEST_RHYTHM_LAG) {
      if (jaccard(bar.places, earlier.places) >= RHYTHM) rhythmLag = back;
    }
  }
  if (unmoved >= SAME) return { degree: 'same', lag, shift: 0 };
  if (moved >= MOVED && moved >= unmoved + MOVED_AHEAD) {
    return { degree: 'moved', lag: movedLag, shift };
  }
  if (unmoved >= VARIED) return { degree: 'varied', lag, shift: 0 };
  return rhythmLag > 0 ? { degree: 'rhythm', lag: rhythmLag, shift: 0 } : NEW_BAR;
}
