/** Which form each take is given: a key and a plan, from what the model learnt from. */

import { gridMeters } from '../../music/encoding/barPosition';
import type { Encoding, Rows } from '../../music/encoding/encoding';
import { GRID_PPQ } from '../../music/encoding/tickClasses';
import { barsOf } from '../../music/form/collect';
import { FORM_COLUMNS } from '../../music/form/columns';
import { keyOfBars } from '../../music/form/key';
import { formGroups } from '../../music/form/letters';
import { withoutLoops } from '../../music/form/loops';
import type { PieceForm } from '../../music/form/pieceForm';
import { LONGEST_LAG, NEW_BAR, type PlannedBar, planOf } from '../../music/form/plan';
import { readPlan } from '../../music/form/planText';
import { shiftRepetition } from '../../music/form/repetition';
import { Random } from '../../music/random';
import type { TimeSignature } from '../../music/song';
import type { TakeForm } from '../composer';
import type { ComposeSettings, TakeFormReport } from './contract';

/** What a take follows, and whose plan it is. */
export interface ChosenForm extends TakeForm {
  planOf?: string;
}

/** Keeps the draws of the form apart from those of the notes. */
const FORM_SEED = 4_256_233;
/** Letters stand for fewer bars where a take has fewer than this. */
const SHORT_TAKE = 8;

/**
 * @param forms of the training pieces
 * @param bars of the whole take, its opening included
 * @param prompt its rows; its key is the take's where none is chosen
 */
export function chooseForm(
  settings: Pick<ComposeSettings, 'key' | 'form' | 'repetition'>,
  forms: readonly PieceForm[],
  bars: number,
  seed: number,
  openingKey: number | undefined,
): ChosenForm {
  const { form = { kind: 'drawn' }, repetition = 'as learnt' } = settings;
  const piece =
    form.kind === 'as'
      ? forms.find((candidate) => candidate.piece === form.piece)
      : drawPiece(forms, bars, Random.fromSeed(seed + FORM_SEED));
  const key = settings.key ?? openingKey ?? piece?.key;
  if (!piece || form.kind === 'free') return { key, lastPlace: piece?.lastPlace };
  const plan = withoutLoops(shiftRepetition(fitted(readPlan(piece.plan), bars), repetition));
  return { key, plan, planOf: piece.piece, lastPlace: piece.lastPlace };
}

/** A piece that is long enough, where there is any. */
function drawPiece(
  forms: readonly PieceForm[],
  bars: number,
  random: Random,
): PieceForm | undefined {
  const longEnough = forms.filter((form) => form.bars >= bars);
  const candidates = longEnough.length > 0 ? longEnough : forms;
  return candidates[random.below(Math.max(1, candidates.length))];
}

/** The plan's opening; a shorter plan is gone through again, as music from the start does. */
function fitted(plan: readonly PlannedBar[], bars: number): PlannedBar[] {
  const again: PlannedBar =
    plan.length > 0 && plan.length <= LONGEST_LAG
      ? { degree: 'varied', lag: plan.length, shift: 0 }
      : NEW_BAR;
  return Array.from({ length: bars }, (_, bar) => plan[bar] ?? again);
}

/** The key of given rows. */
export function keyOfRows(rows: Rows, timeSignature: TimeSignature): number | undefined {
  return rows.data.length === 0 ? undefined : keyOfBars(takeBars(rows, timeSignature));
}

/** @returns undefined where the encoding knows nothing of form */
export function reportForm(
  encoding: Encoding,
  rows: Rows,
  timeSignature: TimeSignature,
  { key, planOf: piece }: ChosenForm,
): TakeFormReport | undefined {
  if (!encoding.derive) return undefined;
  const plan = planOf(takeBars(rows, timeSignature));
  const [{ barTicks }] = gridMeters([timeSignature], GRID_PPQ);
  const groups = plan.length < SHORT_TAKE ? formGroups(plan, 2) : formGroups(plan);
  return { groups, barTicks, key, planOf: piece };
}

function takeBars(rows: Rows, timeSignature: TimeSignature): ReturnType<typeof barsOf> {
  return barsOf(rows, FORM_COLUMNS, gridMeters([{ ...timeSignature, tick: 0 }], GRID_PPQ));
}
