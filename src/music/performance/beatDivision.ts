/** Whether each beat was played in sixteenths or in triplets. */
import { GRID_PPQ } from '../encoding/tickClasses';

/** Step of the grid of sixteenths, in ticks of the encodings' grid. */
export const SIXTEENTH = GRID_PPQ / 4;
/** The same for triplets of eighths. */
const TRIPLET = GRID_PPQ / 3;

/** Standard deviation of what a hand does to an onset, in ticks. */
const SPREAD = 1.2;
/** Price of changing the grid from one beat to the next, in nats: one onset alone changes nothing. */
const CHANGE = 1;

/**
 * The likelier grid of each quarter note, by the Viterbi algorithm over two states (L. R. Rabiner,
 * "A Tutorial on Hidden Markov Models", 1989, section III.B): onsets scatter normally around the
 * lines of their grid, and the grid seldom changes.
 * @param onsets ticks, not rounded, ordered; those before 0 belong to the beats before the first
 * @returns for each beat from that of the first onset on, its step in ticks
 */
export function beatDivisions(onsets: readonly number[]): { first: number; steps: number[] } {
  if (onsets.length === 0) return { first: 0, steps: [] };
  const first = beatOf(onsets[0]);
  const costs = Array.from({ length: beatOf(onsets[onsets.length - 1]) - first + 1 }, () => [0, 0]);
  for (const onset of onsets) {
    const cost = costs[beatOf(onset) - first];
    cost[0] += misfit(onset, SIXTEENTH);
    cost[1] += misfit(onset, TRIPLET);
  }
  // Music begins in sixteenths, unless it is clearly otherwise.
  let sums = [costs[0][0], costs[0][1] + CHANGE];
  const from: number[][] = [];
  for (const cost of costs.slice(1)) {
    const source = sums.map((sum, state) => (sums[1 - state] + CHANGE < sum ? 1 - state : state));
    from.push(source);
    sums = source.map(
      (before, state) => sums[before] + (before === state ? 0 : CHANGE) + cost[state],
    );
  }
  // The last beat pays for a change as those within do.
  let state = sums[1] + CHANGE < sums[0] ? 1 : 0;
  const states = [state];
  for (let i = from.length - 1; i >= 0; i--) {
    state = from[i][state];
    states.unshift(state);
  }
  return { first, steps: states.map((triplets) => (triplets ? TRIPLET : SIXTEENTH)) };
}

/** The beat of an onset; a little before a beat belongs to it. */
export function beatOf(tick: number): number {
  return Math.floor((tick + SIXTEENTH / 2) / GRID_PPQ);
}

/** Negative log-likelihood of an onset beside its grid, in nats, up to a constant. */
function misfit(onset: number, step: number): number {
  const distance = onset - Math.round(onset / step) * step;
  return distance ** 2 / (2 * SPREAD ** 2);
}
