/**
 * A head that predicts one column of a row, given the network's state and the columns before it:
 * `softmax(tanh(state · kernel + embeddings of the columns before + bias) · output + output bias)`.
 */
import * as tf from '@tensorflow/tfjs';
import type { Random } from '../../music/random';
import { glorotUniform } from '../lstm/initializers';
import type { NamedVariable } from '../network';
import { type HeadSize, headWeights } from './headWeights';

export interface SoftmaxHead {
  variables: NamedVariable[];
  /**
   * Weighted cross-entropy summed over the rows, nats; the caller disposes it.
   * @param state `[rows, units]`
   * @param given `[rows, columns before]`, int32
   * @param targets `[rows]`, int32
   * @param weights `[rows]`
   */
  loss(
    state: tf.Tensor2D,
    given: tf.Tensor2D,
    targets: tf.Tensor1D,
    weights: tf.Tensor1D,
  ): tf.Scalar;
}

/** Its variables live until the caller disposes them. */
export function createSoftmaxHead(column: string, size: HeadSize, random: Random): SoftmaxHead {
  const [kernel, embedding, bias, outputKernel, outputBias] = headWeights(column, size).map(
    ({ name, shape }) => ({
      name,
      variable: tf.variable(tf.tensor(startValues(shape, random), shape)),
    }),
  );
  return {
    variables: [kernel, embedding, bias, outputKernel, outputBias],
    loss: (state, given, targets, weights) =>
      tf.tidy(() => {
        const columns = size.given.map((classes, i) =>
          tf.oneHot(
            tf.squeeze(tf.slice(given, [0, i], [-1, 1]), [1]).as1D(),
            classes,
            1,
            0,
            'float32',
          ),
        );
        const told = columns.length > 0 ? tf.matMul(tf.concat(columns, 1), embedding.variable) : 0;
        const hidden = tf.tanh(
          tf.add(tf.add(tf.matMul(state, kernel.variable), told), bias.variable),
        );
        const logits = tf.add(tf.matMul(hidden, outputKernel.variable), outputBias.variable);
        const target = tf.oneHot(targets, size.classes, 1, 0, 'float32');
        const chosen = tf.sum(tf.mul(tf.logSoftmax(logits), target), 1);
        return tf.neg(tf.sum(tf.mul(chosen, weights))).asScalar();
      }),
  };
}

/** Kernels as Glorot and Bengio 2010 draw them, biases at zero. */
function startValues(shape: readonly number[], random: Random): Float32Array {
  return shape.length === 2
    ? glorotUniform(shape[0], shape[1], random)
    : new Float32Array(shape[0]);
}
