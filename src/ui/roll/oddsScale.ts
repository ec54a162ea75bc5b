/** From the probability of a note to its place on the colour scale. */
import { formatFixed } from '../../texts/numbers';
import { t } from '../../texts/t';

/** Surprise at which the scale ends, in bits: one chance in 256. */
const MOST_BITS = 8;

/** How surprising an outcome of that probability is, in bits (Shannon 1948: -log2 p). */
export function surprisal(probability: number): number {
  return Math.log2(1 / Math.min(1, probability));
}

/**
 * Place on the scale, 0 for certain and 1 for one chance in 256 or less. Even in bits: each
 * halving of the probability is one equal step.
 */
export function surpriseShare(probability: number): number {
  return Math.min(1, surprisal(probability) / MOST_BITS);
}

/** "12 %", "0.4 %", "< 0.1 %". */
export function percent(probability: number): string {
  const value = probability * 100;
  if (value < 0.1) return t('roll.below', { percent: formatFixed(0.1, 1) });
  const isWhole = value >= 9.95;
  return t('roll.percent', { percent: formatFixed(value, isWhole ? 0 : 1) });
}
