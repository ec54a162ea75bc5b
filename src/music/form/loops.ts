/**
 * Keeps a plan from looping: what a piece varies each time, a take may repeat to the note. Where a
 * unit of a few bars would be stated over and over, only its rhythm goes on.
 */
import type { PlannedBar } from './plan';

/** Longest unit of a loop, and longest loop, in bars. */
const LONGEST_UNIT = 4;
const LONGEST_LOOP = 4;

export function withoutLoops(plan: readonly PlannedBar[]): PlannedBar[] {
  /** The bar that each bar comes from, itself where it is none that returns. */
  const origins: number[] = [];
  /** By unit: how many bars in a row come from where the bar one unit before does. */
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
