/** The chain of heads by ordinary tfjs ops, for backends without a kernel. */
import * as tf from '@tensorflow/tfjs';
import type { HeadsTensors } from './contract';
import type { HeadsSize, HeadWeights } from './reference';

/** The same as the op `SoftmaxHeads`: `[heads]`, nats. The caller disposes it. */
export function headsByOps(
  tensors: HeadsTensors<tf.Tensor>,
  { columnClasses, predicted }: Pick<HeadsSize, 'columnClasses' | 'predicted'>,
): tf.Tensor1D {
  return tf.tidy(() => {
    const { state, columns, weights, heads } = withEvenRows(tensors);
    const oneHots = tf
      .split(columns, columnClasses.length, 1)
      .map((column, k) => oneHot(column, columnClasses[k]));
    const losses = heads.map((head, h) => {
      const given = oneHots.slice(0, predicted[h]);
      return tf.sum(tf.mul(rowLosses(state, given, oneHots[predicted[h]], head), weights));
    });
    return tf.stack(losses).as1D();
  });
}

/**
 * Pads an odd number of rows with a row of weight 0: packed textures of tfjs's WebGL backend hold
 * two rows a texel, and the content of a missing one (sometimes NaN) enters products that sum over
 * rows.
 */
function withEvenRows(tensors: HeadsTensors<tf.Tensor>): HeadsTensors<tf.Tensor> {
  const { state, columns, weights, heads } = tensors;
  if (state.shape[0] % 2 === 0) return tensors;
  const row: [number, number] = [0, 1];
  return {
    state: tf.pad(state, [row, [0, 0]]),
    columns: tf.pad(columns, [row, [0, 0]]),
    weights: tf.pad(weights, [row]),
    heads,
  };
}

/** Cross-entropy of each row, `[rows]`. */
function rowLosses(
  state: tf.Tensor,
  given: tf.Tensor[],
  target: tf.Tensor,
  { kernel, embedding, bias, outputKernel, outputBias }: HeadWeights<tf.Tensor>,
): tf.Tensor {
  let sums = tf.add(tf.matMul(state, kernel), bias);
  if (embedding) sums = tf.add(sums, tf.matMul(tf.concat(given, 1), embedding));
  const logits = tf.add(tf.matMul(tf.tanh(sums), outputKernel), outputBias);
  return tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), target), 1));
}

/** `[rows, classes]`; zeros for an index outside the classes. */
function oneHot(column: tf.Tensor, classes: number): tf.Tensor {
  return tf.cast(tf.equal(column, tf.range(0, classes, 1, 'int32')), 'float32');
}
