/** Plans as short text, stored with a model: a word per bar, e.g. `n s2 m1+5 v8 r1`. */
import { DEGREES, LONGEST_LAG, LONGEST_SHIFT, NEW_BAR, type PlannedBar } from './plan';

/** The first letters of the degrees are distinct. */
export function writePlan(plan: readonly PlannedBar[]): string {
  return plan
    .map(({ degree, lag, shift }) => {
      if (degree === 'new') return 'n';
      const moved = shift === 0 ? '' : `${shift > 0 ? '+' : ''}${shift}`;
      return `${degree[0]}${lag}${moved}`;
    })
    .join(' ');
}

/** Inverse; an unknown word is a new bar. */
export function readPlan(text: string): PlannedBar[] {
  return text === '' ? [] : text.split(' ').map(readBar);
}

function readBar(word: string): PlannedBar {
  const found = /^([a-z])(\d{1,2})([+-]\d{1,2})?$/.exec(word);
  const degree = DEGREES.find(([first]) => first === found?.[1]);
  if (!found || !degree || degree === 'new') return NEW_BAR;
  const lag = Number(found[2]);
  const shift = Number(found[3] ?? 0);
  if (lag < 1 || lag > LONGEST_LAG || Math.abs(shift) > LONGEST_SHIFT) return NEW_BAR;
  return { degree, lag, shift };
}
