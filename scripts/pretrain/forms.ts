/** Forms stored with the start model, for takes to follow: a few of those taught. */
import type { PieceForm } from '../../src/music/form/pieceForm';
import { readPlan, writePlan } from '../../src/music/form/planText';
import { Random } from '../../src/music/random';

/** Stored forms. */
const COUNT = 320;
/** Stored bars of a form; takes of any length follow its beginning. */
const MOST_BARS = 128;
/** Bars of the shortest stored form: a default take is as long. */
const FEWEST_BARS = 16;

/**
 * A random choice of the forms that are long enough, which keeps the shares of keys, lengths and
 * kinds of plan.
 */
export function chooseForms(forms: readonly PieceForm[], seed: number): PieceForm[] {
  const long = forms.filter(({ bars }) => bars >= FEWEST_BARS);
  const candidates = long.length > 0 ? long : forms;
  const order = candidates.map((_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  return order
    .slice(0, COUNT)
    .sort((a, b) => a - b)
    .map((i) => shortened(candidates[i]));
}

function shortened(form: PieceForm): PieceForm {
  if (form.bars <= MOST_BARS) return form;
  return { ...form, bars: MOST_BARS, plan: writePlan(readPlan(form.plan).slice(0, MOST_BARS)) };
}
