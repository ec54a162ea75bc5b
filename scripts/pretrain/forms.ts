/** Forms stored with the start model, for takes to follow: a few of those taught. */
import type { PieceForm } from '../../src/music/form/pieceForm';
import { readPlan, writePlan } from '../../src/music/form/planText';
import { Random } from '../../src/music/random';
import type { Style } from '../../src/music/style';

/** Stored forms. */
const COUNT = 320;
/** Stored bars of a form; takes of any length follow its beginning. */
const MOST_BARS = 128;
/** Bars of the shortest stored form: a default take is as long. */
const FEWEST_BARS = 16;

/**
 * A random choice of the forms that are long enough, the same number of each style as far as there
 * are as many.
 */
export function chooseForms(forms: readonly PieceForm[], seed: number): PieceForm[] {
  const long = forms.filter(({ bars }) => bars >= FEWEST_BARS);
  const candidates = long.length > 0 ? long : forms;
  const order = candidates.map((_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  /** Place of each candidate among those of its style. */
  const places = new Map<Style | undefined, number>();
  const turns = order.map((i) => {
    const { style } = candidates[i];
    const turn = places.get(style) ?? 0;
    places.set(style, turn + 1);
    return { i, turn };
  });
  return turns
    .sort((a, b) => a.turn - b.turn)
    .slice(0, COUNT)
    .sort((a, b) => a.i - b.i)
    .map(({ i }) => shortened(candidates[i]));
}

function shortened(form: PieceForm): PieceForm {
  if (form.bars <= MOST_BARS) return form;
  return { ...form, bars: MOST_BARS, plan: writePlan(readPlan(form.plan).slice(0, MOST_BARS)) };
}
