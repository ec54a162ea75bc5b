/** Form of a piece as letters, one per group of bars: A A' B A. */
import type { Degree, PlannedBar } from './plan';

/** Weight of each degree in the similarity of groups. */
const RETURNS: Record<Degree, number> = { new: 0, rhythm: 0, moved: 0.5, varied: 0.75, same: 1 };
/** Least similarity for the letter of an earlier group... */
const ALIKE = 0.5;
/** ...and for that letter without a prime. */
const UNCHANGED = 0.9;

/** A group of bars. */
export interface FormGroup {
  /** A, B, ... Z, then A2, B2, ...; with a prime for a changed repeat. */
  letter: string;
  /** First bar, from 0, and number of bars. */
  bar: number;
  bars: number;
}

/** Usual length of a group: half of an eight-bar phrase. */
const GROUP_BARS = 4;

/** @param plan derived from the piece, one entry per bar */
export function formGroups(plan: readonly PlannedBar[], groupBars = GROUP_BARS): FormGroup[] {
  const groups: FormGroup[] = [];
  /** Letters without primes. */
  const letters: string[] = [];
  let fresh = 0;
  for (let bar = 0; bar < plan.length; bar += groupBars) {
    const bars = Math.min(groupBars, plan.length - bar);
    const returns = returnsTo(plan, bar, bars, groupBars);
    let best = -1;
    returns.forEach((share, group) => {
      if (share >= ALIKE && (best < 0 || share > returns[best])) best = group;
    });
    const letter = best < 0 ? letterOf(fresh++) : letters[best];
    letters.push(letter);
    const changed = best >= 0 && returns[best] < UNCHANGED;
    groups.push({ letter: changed ? `${letter}'` : letter, bar, bars });
  }
  return groups;
}

/** Similarity of a group to each earlier one, 0..1. */
function returnsTo(
  plan: readonly PlannedBar[],
  from: number,
  bars: number,
  groupBars: number,
): number[] {
  const returns = new Array<number>(from / groupBars).fill(0);
  for (let bar = from; bar < from + bars; bar++) {
    const { degree } = plan[bar];
    // A repeat within the group is traced to its origin.
    let origin = bar;
    while (origin >= from && plan[origin].lag > 0) origin -= plan[origin].lag;
    if (origin >= 0 && origin < from) {
      returns[Math.floor(origin / groupBars)] += RETURNS[degree] / bars;
    }
  }
  return returns;
}

function letterOf(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}
