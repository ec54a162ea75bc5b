/** What the composing model knows of form, and the choice of form that it can follow. */
import type { ComposeSettings, ComposingModel, FormChoice } from '../../model/composing/contract';
import { type PresetId, presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { Checkpoint } from '../../training/checkpoint';
import type { AppState } from '../state';
import { modelInUse } from './modelInUse';
import { modelPreset } from './modelPreset';

/** Whether networks of this preset are told the key of a piece. */
export function knowsKeys(preset: PresetId): boolean {
  return encodings[presets[preset].encoding].derive !== undefined;
}

/** Where the plans of a model's takes come from: one that Keras saved holds none of its own. */
type PlanSource = 'model' | 'pieces' | 'start' | 'none';

type AtHand = Pick<AppState, 'pieces' | 'start'>;

export function planSource(
  { pieces, start }: AtHand,
  { preset, forms = [] }: Pick<Checkpoint, 'preset' | 'forms'>,
): PlanSource {
  if (forms.length > 0) return 'model';
  if (!knowsKeys(preset)) return 'none';
  if (pieces.some(({ included }) => included)) return 'pieces';
  return start ? 'start' : 'none';
}

/** Ids of the pieces whose plans takes can follow, as far as they are known. */
export function plannedPieces(atHand: AtHand, checkpoint: Checkpoint): string[] {
  const source = planSource(atHand, checkpoint);
  if (source === 'pieces') {
    return atHand.pieces.filter(({ included }) => included).map(({ id }) => id);
  }
  const holder = source === 'start' ? atHand.start?.checkpoint : checkpoint;
  return (holder?.forms ?? []).map(({ piece }) => piece);
}

/** The plans of Etude's own model without their styles, which other models need not know. */
export function plansWithoutStyles({ forms }: Checkpoint): ComposingModel['forms'] {
  return forms?.map(({ style, ...form }) => form);
}

/** Whether takes can follow a plan: there is one at hand, or will be once the model is trained. */
export function knowsForm(state: AtHand & Pick<AppState, 'training' | 'preset'>): boolean {
  const checkpoint = modelInUse(state);
  const has = !checkpoint || planSource(state, checkpoint) !== 'none';
  return has && knowsKeys(modelPreset(state));
}

/**
 * The chosen form; `drawn` in place of a piece without a known plan.
 * @param planned ids of the pieces with one
 */
export function followedForm(
  { form = { kind: 'drawn' } }: Pick<ComposeSettings, 'form'>,
  planned: readonly string[],
): FormChoice {
  return form.kind !== 'as' || planned.includes(form.piece) ? form : { kind: 'drawn' };
}
