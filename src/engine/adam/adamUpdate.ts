/** The ops of Adam, on a backend's fused kernels or, without them, on ordinary tfjs ops. */
import * as tf from '@tensorflow/tfjs';
import { ADAM_UPDATE, type AdamNumbers, type AdamTensors, SUM_OF_SQUARES } from './contract';

/** Sum of the squares of all numbers, a scalar. */
export function sumOfSquares(values: tf.Tensor): tf.Tensor {
  if (tf.getKernel(SUM_OF_SQUARES, tf.getBackend()) === undefined) {
    return tf.sum(tf.square(values));
  }
  return tf.engine().runKernel<tf.Tensor>(SUM_OF_SQUARES, { values });
}

/** New value, mean and square; see `Adam` for the formula. */
export function adamUpdate(tensors: AdamTensors<tf.Tensor>, numbers: AdamNumbers): tf.Tensor[] {
  if (tf.getKernel(ADAM_UPDATE, tf.getBackend()) === undefined) {
    return updateByOps(tensors, numbers);
  }
  return tf.engine().runKernel<tf.Tensor[]>(ADAM_UPDATE, { ...tensors }, { ...numbers });
}

function updateByOps(
  { value, mean, square, gradient, scale }: AdamTensors<tf.Tensor>,
  { rate, beta1, beta2, epsilon }: AdamNumbers,
): tf.Tensor[] {
  return tf.tidy(() => {
    const scaled = tf.mul(gradient, scale);
    const newMean = tf.add(tf.mul(mean, beta1), tf.mul(scaled, 1 - beta1));
    const newSquare = tf.add(tf.mul(square, beta2), tf.mul(tf.square(scaled), 1 - beta2));
    const change = tf.div(tf.mul(newMean, rate), tf.add(tf.sqrt(newSquare), epsilon));
    return [tf.sub(value, change), newMean, newSquare];
  });
}
