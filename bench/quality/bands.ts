/** Groups of takes held beside real music: bands, and what lies outside them. */
import { BINARY_MEASURES, MEASURES, type Measure, NEAR_THE_MEAN, type Values } from './measures.ts';

/** How far beyond the real music's range a group's mean may lie, as a share of that range. */
const TOLERANCE = 0.15;
/** And at least so far: where all real music gives one figure, a rounding is no fault. */
const LEAST_TOLERANCE = 0.01;
/** A mean that is to be near real music's differs by no more than this share of it. */
const NEAR = 0.2;
/** Standard errors from the mean to the 5th percentile of a normal distribution. */
const FIFTH_PERCENTILE = 1.645;

export interface Group {
  name: string;
  values: Values;
  /** Takes that re-read as they were written, with sound lengths and pitches. */
  valid: number;
  /** Takes, passages of real music, or what a bot played. */
  count: number;
}

/** What a group's mean may be. */
export interface Band {
  low: number;
  high: number;
}

export function bandOf(real: Group, measure: Measure): Band {
  const values = real.values.get(measure) ?? [];
  return BINARY_MEASURES.has(measure) ? shareBand(values) : rangeBand(values);
}

/** From the 5th to the 95th percentile of real music, and a little more. */
function rangeBand(values: readonly number[]): Band {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
  const [low, high] = [at(0.05), at(0.95)];
  const more = Math.max(TOLERANCE * (high - low), LEAST_TOLERANCE);
  // No measure is ever below zero.
  return { low: Math.max(0, low - more), high: high + more };
}

/** From the 5th percentile of the share under binomial chance (at least a tolerance below) to 1. */
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

/** Measures whose mean is to be near real music's and differs from it by more than a fifth. */
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
