/** What the composing model knows of form, and the choice of form that it can follow. */
import type { ComposeSettings, FormChoice } from '../../model/composing/contract';
import { type PresetId, presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { PieceForm } from '../../music/form/pieceForm';
import type { Checkpoint } from '../../training/checkpoint';

/** Whether networks of this preset are told the key of a piece. */
export function knowsKeys(preset: PresetId): boolean {
  return encodings[presets[preset].encoding].derive !== undefined;
}

/** Whether takes can follow a plan: the model holds plans, or will once it is trained. */
export function knowsForm(preset: PresetId, checkpoint: Checkpoint | undefined): boolean {
  return knowsKeys(preset) && (!checkpoint || (checkpoint.forms ?? []).length > 0);
}

/** The chosen form; `drawn` in place of a piece that the model was not trained on. */
export function followedForm(
  { form = { kind: 'drawn' } }: Pick<ComposeSettings, 'form'>,
  forms: readonly PieceForm[] = [],
): FormChoice {
  const known = form.kind !== 'as' || forms.some(({ piece }) => piece === form.piece);
  return known ? form : { kind: 'drawn' };
}
