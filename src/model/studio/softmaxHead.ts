/**
 * A head that predicts one column of a row, given the network's state and the columns before it:
 * `softmax(tanh(state · kernel + embeddings of the columns before + bias) · output + output bias)`.
 */
import * as tf from '@tensorflow/tfjs';
import type { Random } from '../../music/random';
import { glorotUniform } from '../lstm/initializers';
import type { NamedVariable } from '../network';
import { type HeadSize, mapHeadWeights } from './headWeights';

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
  const variables: NamedVariable[] = [];
  const weights = mapHeadWeights(column, size, ({ name, shape }) => {
    const variable = tf.tidy(() => tf.variable(tf.tensor(startValues(shape, random), shape)));
    variables.push({ name, variable });
    return variable;
  });
  return {
    variables,
    loss: (state, given, targets, rowWeights) =>
      tf.tidy(() => {
        const { kernel, embedding, bias, outputKernel, outputBias } = weights;
        let activation = tf.add(tf.matMul(state, kernel), bias);
        if (embedding) activation = tf.add(activation, tf.matMul(oneHots(given, size), embedding));
        const logits = tf.add(tf.matMul(tf.tanh(activation), outputKernel), outputBias);
        const target = oneHot(targets, size.classes);
        const chosen = tf.sum(tf.mul(tf.logSoftmax(logits), target), 1);
        return tf.neg(tf.sum(tf.mul(chosen, rowWeights))).asScalar();
      }),
  };
}

/** Cast, since the WASM kernel writes integers whatever type it is asked for. */
function oneHot(indices: tf.Tensor1D, classes: number): tf.Tensor2D {
  return tf.cast(tf.oneHot(indices, classes), 'float32').as2D(indices.size, classes);
}

/** The given columns as one-hots side by side, `[rows, sum of their classes]`. */
function oneHots(given: tf.Tensor2D, size: HeadSize): tf.Tensor2D {
  return tf.tidy(() => {
    const columns = size.given.map((classes, i) =>
      oneHot(tf.slice(given, [0, i], [-1, 1]).as1D(), classes),
    );
    return tf.concat(columns, 1);
  });
}

/** Kernels as Glorot and Bengio 2010 draw them, biases at zero. */
function startValues(shape: readonly number[], random: Random): Float32Array {
  return shape.length === 2
    ? glorotUniform(shape[0], shape[1], random)
    : new Float32Array(shape[0]);
}
