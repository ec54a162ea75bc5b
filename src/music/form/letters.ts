/** The form of a piece as letters, one for each group of bars: A A' B A. */
import type { Degree, PlannedBar } from './plan';

/** How much of a bar returns, by degree. */
const RETURNS: Record<Degree, number> = { new: 0, rhythm: 0, moved: 0.5, varied: 0.75, same: 1 };
/** A group that returns by at least this much bears the letter of the earlier one... */
const ALIKE = 0.5;
/** ...and a prime where it returns by less than this. */
const UNCHANGED = 0.9;

/** Bars that a letter stands for. */
export interface FormGroup {
  /** A, B, ... Z, then A2, B2, ...; with a prime where it returns changed. */
  letter: string;
  /** First bar, from 0, and number of bars. */
  bar: number;
  bars: number;
}

/** Usual length of a group: half a phrase of eight bars. */
const GROUP_BARS = 4;

/** @param plan of the piece as it is, one entry a bar */
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

/** By how much a group returns to each earlier one, 0..1. */
function returnsTo(
  plan: readonly PlannedBar[],
  from: number,
  bars: number,
  groupBars: number,
): number[] {
  const returns = new Array<number>(from / groupBars).fill(0);
  for (let bar = from; bar < from + bars; bar++) {
    const { degree } = plan[bar];
    // A bar that repeats one of its own group is traced to where that one came from.
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
