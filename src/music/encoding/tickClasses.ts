/**
 * Times and lengths as classes: every tick of the grid of 24 per quarter up to a whole note, which
 * makes sixteenths, thirty-seconds and triplets exact, then coarser steps up to eight whole notes.
 */
import { partitionPoint } from '../../lib/binarySearch';

/** Ticks per quarter note of the grid. */
export const GRID_PPQ = 24;

/** Classes at every multiple of `step` up to `to` ticks. */
const STEPS = [
  { to: 96, step: 1 },
  { to: 192, step: 3 },
  { to: 384, step: 6 },
  { to: 768, step: 24 },
] as const;

function buildTable(): number[] {
  const table = [0];
  for (const { to, step } of STEPS) {
    for (let ticks = table[table.length - 1] + step; ticks <= to; ticks += step) table.push(ticks);
  }
  return table;
}

/** Grid ticks of each class, ascending. */
export const TICK_CLASSES: readonly number[] = buildTable();

/** Class nearest to `ticks`: the shorter one on a tie, the longest beyond the table. */
export function tickClass(ticks: number): number {
  const above = partitionPoint(TICK_CLASSES.length - 1, (i) => TICK_CLASSES[i] < ticks);
  const below = above - 1;
  return below >= 0 && ticks - TICK_CLASSES[below] <= TICK_CLASSES[above] - ticks ? below : above;
}
