/** Loops: consecutive repeats of a unit of a few bars. */
import type { Bar } from './bars';
import type { PlannedBar } from './plan';

/** Longest unit of a loop, and longest loop, in bars. */
const LONGEST_UNIT = 4;
const LONGEST_LOOP = 4;

/**
 * The plan without loops: further repeats of a unit keep only its rhythm. A take may repeat exactly
 * what a piece varies.
 */
export function withoutLoops(plan: readonly PlannedBar[]): PlannedBar[] {
  /** Origin of each bar; a new bar is its own. */
  const origins: number[] = [];
  /** By unit length: number of consecutive bars with the same origin as one unit before. */
  const runs = new Array<number>(LONGEST_UNIT + 1).fill(0);
  return plan.map((bar, index) => {
    const returns = bar.degree === 'same' || bar.degree === 'varied';
    const origin = returns ? (origins[index - bar.lag] ?? index) : index;
    const longest = runs.map((run, unit) => (origins[index - unit] === origin ? run + 1 : 0));
    const loops = longest.some((run, unit) => unit > 0 && run >= unit && run + unit > LONGEST_LOOP);
    origins.push(loops ? index : origin);
    for (let unit = 1; unit <= LONGEST_UNIT; unit++) runs[unit] = loops ? 0 : longest[unit];
    return loops ? { degree: 'rhythm', lag: bar.lag, shift: 0 } : bar;
  });
}

/**
 * Whether the bars before `end` are a loop of full length. Bars are equal if the same keys begin at
 * the same places; empty bars never are.
 */
export function isLooping(bars: readonly Bar[], end: number): boolean {
  for (let unit = 1; unit <= LONGEST_UNIT; unit++) {
    let run = 0;
    while (run + unit < end && isAlike(bars[end - 1 - run], bars[end - 1 - run - unit])) run++;
    if (run >= unit && run + unit >= LONGEST_LOOP) return true;
  }
  return false;
}

function isAlike(a: Bar | undefined, b: Bar | undefined): boolean {
  if (!a || !b || a.onsets.length === 0 || a.onsets.length !== b.onsets.length) return false;
  return a.onsets.every(({ place, notes }, i) => {
    const other = b.onsets[i];
    return (
      place === other.place &&
      notes.length === other.notes.length &&
      notes.every(({ pitch }, n) => pitch === other.notes[n].pitch)
    );
  });
}
