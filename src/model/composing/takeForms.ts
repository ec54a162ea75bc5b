/** Form of each take: a style, a key and a plan, from the training pieces. */

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
import type { Style } from '../../music/style';
import type { TakeForm } from '../composer';
import type { ComposeSettings, TakeFormReport } from './contract';

/** Conditions of a take, and the piece of its plan. */
export interface ChosenForm extends TakeForm {
  planOf?: string;
}

/** Separates the random stream of forms from that of notes. */
const FORM_SEED = 4_256_233;
/** Takes with fewer bars have shorter groups. */
const SHORT_TAKE = 8;

/**
 * @param forms of the training pieces
 * @param bars of the whole take, prompt included
 * @param prompt its rows; source of the key if none is chosen
 */
export function chooseForm(
  settings: Pick<ComposeSettings, 'style' | 'key' | 'form' | 'repetition'>,
  forms: readonly PieceForm[],
  bars: number,
  seed: number,
  openingKey: number | undefined,
): ChosenForm {
  const { form = { kind: 'drawn' }, repetition = 'as learnt' } = settings;
  const piece =
    form.kind === 'as'
      ? forms.find((candidate) => candidate.piece === form.piece)
      : drawPiece(inStyle(forms, settings.style), bars, Random.fromSeed(seed + FORM_SEED));
  const key = settings.key ?? openingKey ?? piece?.key;
  const style = piece?.style && (settings.style ?? piece.style);
  if (!piece || form.kind === 'free') return { style, key, lastPlace: piece?.lastPlace };
  const plan = withoutLoops(shiftRepetition(fitted(readPlan(piece.plan), bars), repetition));
  return { style, key, plan, planOf: piece.piece, lastPlace: piece.lastPlace };
}

/** The forms of pieces in this style; all of them where none is. */
function inStyle(forms: readonly PieceForm[], style: Style | undefined): readonly PieceForm[] {
  const own = forms.filter((form) => style !== undefined && form.style === style);
  return own.length > 0 ? own : forms;
}

/** A piece of sufficient length, if there is one. */
function drawPiece(
  forms: readonly PieceForm[],
  bars: number,
  random: Random,
): PieceForm | undefined {
  const longEnough = forms.filter((form) => form.bars >= bars);
  const candidates = longEnough.length > 0 ? longEnough : forms;
  return candidates[random.below(Math.max(1, candidates.length))];
}

/** First bars of the plan; a shorter plan repeats from its start. */
function fitted(plan: readonly PlannedBar[], bars: number): PlannedBar[] {
  const again: PlannedBar =
    plan.length > 0 && plan.length <= LONGEST_LAG
      ? { degree: 'varied', lag: plan.length, shift: 0 }
      : NEW_BAR;
  return Array.from({ length: bars }, (_, bar) => plan[bar] ?? again);
}

/** Key of some rows. */
export function keyOfRows(rows: Rows, timeSignature: TimeSignature): number | undefined {
  return rows.data.length === 0 ? undefined : keyOfBars(takeBars(rows, timeSignature));
}

/** Plan that the rows make, one entry per bar. */
export function planOfRows(rows: Rows, timeSignature: TimeSignature): PlannedBar[] {
  return planOf(takeBars(rows, timeSignature));
}

/** @returns undefined for encodings without form */
export function reportForm(
  encoding: Encoding,
  rows: Rows,
  timeSignature: TimeSignature,
  { style, key, planOf: piece }: ChosenForm,
): TakeFormReport | undefined {
  if (!encoding.derive) return undefined;
  const plan = planOfRows(rows, timeSignature);
  const [{ barTicks }] = gridMeters([timeSignature], GRID_PPQ);
  const groups = plan.length < SHORT_TAKE ? formGroups(plan, 2) : formGroups(plan);
  return { groups, barTicks, ...(style && { style }), key, planOf: piece };
}

/** Bars of a take, from tick 0. */
function takeBars(rows: Rows, timeSignature: TimeSignature): ReturnType<typeof barsOf> {
  return barsOf(rows, FORM_COLUMNS, gridMeters([{ ...timeSignature, tick: 0 }], GRID_PPQ));
}
