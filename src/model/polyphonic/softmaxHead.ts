/** Weights of a head that predicts one column of a row, as variables. `heads/` runs it. */
import * as tf from '@tensorflow/tfjs';
import { listWeights } from '../../engine/heads/contract';
import { glorotUniform } from '../../engine/lstm/initializers';
import { prefixSums } from '../../lib/prefixSums';
import type { Random } from '../../music/random';
import type { NamedVariable } from '../network';
import { type HeadSize, type HeadWeights, mapHeadWeights } from './headWeights';

export interface SoftmaxHead {
  variables: NamedVariable[];
  /** The same variables by role. */
  weights: HeadWeights<tf.Variable>;
}

/** Initial strength of foretold classes: into the hidden layer, and out of it. */
const FORETOLD_IN = 0.3;
const FORETOLD_OUT = 0.12;

/**
 * The variables live until the caller disposes them.
 * @param foretelling indices in `size.given` of the columns that foretell the predicted one
 */
export function createSoftmaxHead(
  column: string,
  size: HeadSize,
  random: Random,
  foretelling: readonly number[] = [],
): SoftmaxHead {
  const values = mapHeadWeights(column, size, ({ shape }) => startValues(shape, random));
  if (foretelling.length > 0) addForetelling(values, size, foretelling, random);
  const variables: NamedVariable[] = [];
  const started = listWeights(values);
  const weights = mapHeadWeights(column, size, ({ name, shape }) => {
    const value = started[variables.length];
    const variable = tf.tidy(() => tf.variable(tf.tensor(value, shape)));
    variables.push({ name, variable });
    return variable;
  });
  return { variables, weights };
}

/**
 * Initial expectation that foretold classes are likely, which would take long to learn. Each class
 * has a code of random signs, in the embedding of each column that foretells it and in the output
 * kernel; the foretold class gets a higher logit, the higher the more columns agree.
 */
function addForetelling(
  { embedding, outputKernel }: HeadWeights<Float32Array>,
  { hidden, classes, given }: HeadSize,
  foretelling: readonly number[],
  random: Random,
): void {
  if (!embedding) return;
  const offsets = prefixSums(given);
  for (let c = 0; c < classes; c++) {
    for (let j = 0; j < hidden; j++) {
      const sign = random.next() < 0.5 ? -1 : 1;
      outputKernel[j * classes + c] += sign * FORETOLD_OUT;
      for (const index of foretelling) {
        embedding[(offsets[index] + c) * hidden + j] += sign * FORETOLD_IN;
      }
    }
  }
}

/** Glorot initialization of kernels (Glorot and Bengio 2010), zero biases. */
function startValues(shape: readonly number[], random: Random): Float32Array {
  return shape.length === 2
    ? glorotUniform(shape[0], shape[1], random)
    : new Float32Array(shape[0]);
}
