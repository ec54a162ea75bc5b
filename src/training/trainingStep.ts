/** One training step: loss, gradients, update. */
import * as tf from '@tensorflow/tfjs';
import type { Adam } from '../engine/adam/adam';
import type { Batch } from '../model/batch';
import type { Network } from '../model/network';
import type { Random } from '../music/random';
import { DivergedError } from './trainingErrors';

/**
 * Updates the network's variables by one step of Adam.
 * @returns the batch's mean loss before the update, nats per predicted row
 * @throws {DivergedError} when the loss is not finite
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

/** @throws {DivergedError} with advice for the person */
export function requireFinite(loss: number): number {
  if (Number.isFinite(loss)) return loss;
  throw diverged();
}

export function diverged(): DivergedError {
  return new DivergedError(
    'The loss is no longer a number: the learning rate is too high for this data. Lower it and train again.',
  );
}

/** Rows that the network read for the batch; padding is not counted. */
export function rowsRead({ size, time, weights }: Batch): number {
  // Where only one row of a window is predicted, all of the window was read for it.
  const perPrediction = (size * time) / weights.length;
  return perPrediction * weights.reduce((count, weight) => (weight > 0 ? count + 1 : count), 0);
}
