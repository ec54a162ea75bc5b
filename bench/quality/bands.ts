/** Bands of real music's measures, and the means of groups of takes outside them. */
import { BINARY_MEASURES, MEASURES, type Measure, NEAR_THE_MEAN, type Values } from './measures.ts';

/** Margin of a band on each side, as a share of real music's range. */
const TOLERANCE = 0.15;
/** Least margin, against rounding where all real music has the same value. */
const LEAST_TOLERANCE = 0.01;
/** Largest relative difference of a mean near real music's. */
const NEAR = 0.2;
/** Standard errors from the mean to the 5th percentile of a normal distribution. */
const FIFTH_PERCENTILE = 1.645;

export interface Group {
  name: string;
  values: Values;
  /** Takes that survive a MIDI round trip, with valid lengths and pitches. */
  valid: number;
  /** Number of takes, passages of real music, or bot performances. */
  count: number;
}

/** Limits of a group's mean. */
export interface Band {
  low: number;
  high: number;
}

export function bandOf(real: Group, measure: Measure): Band {
  const values = real.values.get(measure) ?? [];
  return BINARY_MEASURES.has(measure) ? shareBand(values) : rangeBand(values);
}

/** 5th to 95th percentile of real music, with a margin. */
function rangeBand(values: readonly number[]): Band {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
  const [low, high] = [at(0.05), at(0.95)];
  const more = Math.max(TOLERANCE * (high - low), LEAST_TOLERANCE);
  // No measure is below zero.
  return { low: Math.max(0, low - more), high: high + more };
}

/** 5th percentile of the share under binomial chance, at least a margin below it, to 1. */
function shareBand(values: readonly number[]): Band {
  const share = mean(values);
  const error = Math.sqrt((share * (1 - share)) / values.length);
  return { low: Math.max(0, share - Math.max(TOLERANCE, FIFTH_PERCENTILE * error)), high: 1 };
}

/** Measures whose mean over the group lies outside the band of real music. */
export function outside(group: Group, real: Group): Measure[] {
  return MEASURES.filter((measure) => {
    const { low, high } = bandOf(real, measure);
    const value = meanOf(group, measure);
    return value < low || value > high;
  });
}

/** Measures that should be near real music's mean and differ from it by more than a fifth. */
export function farFromMean(group: Group, real: Group): Measure[] {
  return NEAR_THE_MEAN.filter((measure) => {
    const wanted = meanOf(real, measure);
    return Math.abs(meanOf(group, measure) - wanted) > NEAR * wanted;
  });
}

export function meanOf({ values }: Group, measure: Measure): number {
  return mean(values.get(measure) ?? []);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
