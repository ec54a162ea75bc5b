/** One training step: loss, gradients, update. */
import * as tf from '@tensorflow/tfjs';
import type { Adam } from '../engine/adam/adam';
import type { Batch } from '../model/batch';
import type { Network } from '../model/network';
import type { Random } from '../music/random';
import { t } from '../texts/t';
import { DivergedError } from './trainingErrors';

/**
 * One step of Adam on the network's variables.
 * @returns mean loss of the batch before the update, nats per predicted row
 * @throws {DivergedError} if the loss is not finite
 */
export async function trainingStep(
  network: Network,
  optimizer: Adam,
  batch: Batch,
  dropout: Random,
  learningRate: number,
): Promise<number> {
  const predictions = batch.weights.reduce((sum, weight) => sum + weight, 0);
  const meanLoss = (): tf.Scalar => tf.sum(network.losses(batch, dropout)).div(predictions);
  const { value, grads } = tf.variableGrads(
    meanLoss,
    network.variables().map(({ variable }) => variable),
  );
  optimizer.applyGradients(grads, learningRate);
  tf.dispose(grads);
  const [loss] = await value.data();
  value.dispose();
  return requireFinite(loss);
}

/** @throws {DivergedError} with advice for the user */
export function requireFinite(loss: number): number {
  if (Number.isFinite(loss)) return loss;
  throw diverged();
}

export function diverged(): DivergedError {
  return new DivergedError(t('run.diverged'));
}

/** Rows read by the network for the batch, without padding. */
export function rowsRead({ size, time, weights }: Batch): number {
  // A prediction of the last row alone still reads the whole window.
  const perPrediction = (size * time) / weights.length;
  return perPrediction * weights.reduce((count, weight) => (weight > 0 ? count + 1 : count), 0);
}
