/** Conditions of the encoding "form", for counting their nats. */
import { form } from '../../src/music/encoding/form';
import { withheldBits, withholder } from '../../src/music/encoding/withhold';
import type { Conditions } from '../../src/music/form/conditions';
import { KEY_CLASSES } from '../../src/music/form/key';
import { DEGREES, LONGEST_LAG, LONGEST_SHIFT, type PlannedBar } from '../../src/music/form/plan';
import type { Song } from '../../src/music/song';
import type { ConditionReader } from './conditionReader';

const SHIFTS = 2 * LONGEST_SHIFT + 1;
const PLAN_CLASSES = DEGREES.length * (LONGEST_LAG + 1) * SHIFTS;

const withhold = withholder(form.columns);

/** A degree with its lag and its shift. */
function symbolOf({ degree, lag, shift }: PlannedBar): number {
  return (DEGREES.indexOf(degree) * (LONGEST_LAG + 1) + lag) * SHIFTS + shift + LONGEST_SHIFT;
}

function conditionsOf(song: Song): Conditions {
  if (!form.conditionsOf) throw new Error('The encoding knows nothing of form.');
  return form.conditionsOf(song);
}

export const formReader: ConditionReader = {
  conditions(song) {
    const { key, bars, plan = [] } = conditionsOf(song);
    return {
      key: { value: key ?? KEY_CLASSES, classes: KEY_CLASSES + 1 },
      bars,
      plan: { symbols: plan.map(symbolOf), classes: PLAN_CLASSES },
    };
  },
  rowsWithoutPlan(song) {
    const rows = form.encode(song);
    for (let at = 0; at < rows.data.length; at += rows.width) {
      withhold(withheldBits(['plan']), rows.data, at);
    }
    return rows;
  },
};
