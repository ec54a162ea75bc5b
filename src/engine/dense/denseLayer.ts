/** Dense layer for one vector at a time, for composing note by note, without tfjs. */
import { affine } from './affine';

export interface DenseWeights {
  /** [inputs, outputs] */
  kernel: Float32Array;
  /** [outputs] */
  bias: Float32Array;
}

/** `input · kernel + bias`: [inputs] to [outputs], a new array. */
export type DenseLayer = (input: Float32Array) => Float32Array<ArrayBuffer>;

export type MakeDense = (weights: DenseWeights) => DenseLayer;

/** A layer on plain arrays. The weights are copied. */
export const createDense: MakeDense = ({ kernel, bias }) => {
  const doubles = Float64Array.from(kernel);
  const start = Float32Array.from(bias);
  return (input) => Float32Array.from(affine(input, doubles, start));
};
