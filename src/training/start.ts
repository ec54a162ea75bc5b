/** Start of a run: from nothing, or from the weights of a model. */
import { type PresetId, presets } from '../model/preset';
import { presetName } from '../model/presetTexts';
import type { NamedWeight } from '../model/weightValues';
import { encodings } from '../music/encoding';
import { t } from '../texts/t';
import type { Checkpoint, Lineage } from './checkpoint';

/** Source of the first step's weights. Optimizer and history begin anew in each case. */
export type TrainStart =
  | { kind: 'nothing' }
  /** A model in memory or storage. */
  | { kind: 'model'; model: StartModel }
  /** Bytes of a model file. `root`: see `Lineage`. */
  | { kind: 'file'; bytes: Uint8Array<ArrayBuffer>; root?: string };

/** Everything of a model that a run starts from. */
export interface StartModel {
  preset: PresetId;
  encoding: Checkpoint['encoding'];
  weights: NamedWeight[];
  lineage: Lineage;
}

/**
 * The model's best weights and its lineage.
 * @param root id of a published model. Default: that of the model's own lineage.
 */
export function startModel(checkpoint: Checkpoint, root?: string): StartModel {
  const { preset, encoding, weights, best } = checkpoint;
  return {
    preset,
    encoding,
    weights: best?.weights ?? weights,
    lineage: lineageOf(checkpoint, root),
  };
}

function lineageOf({ best, epoch, trainedOn, lineage }: Checkpoint, root?: string): Lineage {
  const epochs = (lineage?.epochs ?? 0) + (best?.epoch ?? epoch);
  // Pieces of a published model are never in a library.
  if (root !== undefined) return { epochs, pieces: [], heldOut: [], root };
  const pieces = [...new Set([...(lineage?.pieces ?? []), ...trainedOn.training])];
  return { epochs, pieces, heldOut: trainedOn.validation, root: lineage?.root };
}

/** @returns why a run of this preset cannot start from the model, in a sentence; undefined if it can */
export function startProblem(
  { preset: id, encoding }: Pick<StartModel, 'preset' | 'encoding'>,
  chosen: PresetId,
): string | undefined {
  const preset = presets[chosen];
  if (preset.fromNothing) return t('models.startsFromNothing', { preset: presetName(chosen) });
  if (id !== chosen) {
    return t('models.madeWith', { preset: presetName(id) });
  }
  const ours = encodings[preset.encoding];
  if (encoding.id === preset.encoding && encoding.version === ours.version) return undefined;
  return t('models.cannotTrainFurther');
}
