/** The weights of a head that predicts one column of a row, as variables. `head/` runs it. */
import * as tf from '@tensorflow/tfjs';
import { glorotUniform } from '../../engine/lstm/initializers';
import type { Random } from '../../music/random';
import type { NamedVariable } from '../network';
import { type HeadSize, type HeadWeights, mapHeadWeights } from './headWeights';

export interface SoftmaxHead {
  variables: NamedVariable[];
  /** The same variables by role. */
  weights: HeadWeights<tf.Variable>;
}

/** Its variables live until the caller disposes them. */
export function createSoftmaxHead(column: string, size: HeadSize, random: Random): SoftmaxHead {
  const variables: NamedVariable[] = [];
  const weights = mapHeadWeights(column, size, ({ name, shape }) => {
    const variable = tf.tidy(() => tf.variable(tf.tensor(startValues(shape, random), shape)));
    variables.push({ name, variable });
    return variable;
  });
  return { variables, weights };
}

/** Kernels as Glorot and Bengio 2010 draw them, biases at zero. */
function startValues(shape: readonly number[], random: Random): Float32Array {
  return shape.length === 2
    ? glorotUniform(shape[0], shape[1], random)
    : new Float32Array(shape[0]);
}
