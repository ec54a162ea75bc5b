/** The part of a checkpoint that composing needs: one set of weights, no optimizer state. */

import type { ComposingModel } from '../../model/composing/contract';
import type { Checkpoint } from '../../training/checkpoint';

/**
 * @param which `latest`: the weights after the last step, even if earlier ones validated better.
 *   `best`: the same before the first epoch has ended, since only the start's have been validated.
 */
export function composingModel(checkpoint: Checkpoint, which: 'best' | 'latest'): ComposingModel {
  const { preset, encoding, settings, trainedOn, weights, best, forms, lineage } = checkpoint;
  const validated = stepsBehind(checkpoint) === undefined ? best?.weights : undefined;
  const chosen = which === 'best' ? (validated ?? weights) : weights;
  const { training, validation } = trainedOn;
  // A model that was trained on may copy from the pieces of its earlier runs as well.
  const heard = [...new Set([...training, ...(lineage?.pieces ?? [])])];
  return {
    preset,
    encoding,
    settings,
    trainedOn: { training: heard, validation },
    weights: chosen,
    forms,
    root: lineage?.root,
  };
}

/** Epochs behind the weights that compose, of all runs. */
export function epochsBehind({ best, epoch, lineage }: Checkpoint): number {
  return (lineage?.epochs ?? 0) + (best?.epoch ?? epoch);
}

/** Steps behind the weights that compose, before the run's first epoch has ended. */
export function stepsBehind({ epoch, step }: Checkpoint): number | undefined {
  return epoch === 0 && step > 0 ? step : undefined;
}
