/** A model as composing takes it: one set of weights, and nothing of what training goes on from. */

import type { ComposingModel } from '../../model/composing/contract';
import type { Checkpoint } from '../../training/checkpoint';

/** @param which `latest` for the weights after the last step, though others validated better */
export function composingModel(
  { preset, encoding, settings, trainedOn, weights, best }: Checkpoint,
  which: 'best' | 'latest',
): ComposingModel {
  const chosen = which === 'best' ? (best?.weights ?? weights) : weights;
  return { preset, encoding, settings, trainedOn, weights: chosen };
}
