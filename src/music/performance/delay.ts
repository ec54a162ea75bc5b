/** How late, or early, somebody plays on the whole: a habit, and what sound and keyboard add to it. */

/** Onsets from which a habit can be told. */
const FEWEST = 4;
/** Mean resultant length from which onsets count as regular, 0..1. */
const REGULAR = 0.6;
/** More than this is no habit but other music, in milliseconds. */
const MOST = 60;

/**
 * The mean distance of the onsets from their grid: the circular mean of their phases (N. I. Fisher,
 * "Statistical Analysis of Circular Data", 1993, section 2.3).
 * @param onsets milliseconds from a line of the grid on
 * @param step distance of the grid's lines, milliseconds
 * @returns milliseconds by which the onsets are late; negative where they are early; 0 where they
 *   are too few or follow no grid
 */
export function habitualDelay(onsets: readonly number[], step: number): number {
  if (onsets.length < FEWEST) return 0;
  let x = 0;
  let y = 0;
  for (const onset of onsets) {
    const angle = (2 * Math.PI * onset) / step;
    x += Math.cos(angle) / onsets.length;
    y += Math.sin(angle) / onsets.length;
  }
  if (Math.hypot(x, y) < REGULAR) return 0;
  const delay = (Math.atan2(y, x) / (2 * Math.PI)) * step;
  return Math.abs(delay) > MOST ? 0 : delay;
}
