/**
 * What the fused kernels of Adam are: two functions over tfjs tensor infos. Where a backend has
 * none, ordinary tfjs ops compute the same; `adam.test.ts` holds both to the same numbers.
 */
import type { TensorInfo } from '@tensorflow/tfjs';

export const ADAM_UPDATE = 'AdamUpdate';
export const SUM_OF_SQUARES = 'SumOfSquares';

export interface AdamTensors<T = TensorInfo> {
  value: T;
  /** Running mean of the gradient, of the value's shape as all but `scale`. */
  mean: T;
  /** Running mean of the squared gradient. */
  square: T;
  gradient: T;
  /** Scalar that the gradient is multiplied by first. */
  scale: T;
}

export interface AdamNumbers {
  /** Learning rate with both bias corrections. */
  rate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
}

export interface AdamKernels {
  backendName: string;
  /** A scalar. */
  sumOfSquares(values: TensorInfo, backend: object): TensorInfo;
  /** New value, mean and square. */
  update(tensors: AdamTensors, numbers: AdamNumbers, backend: object): TensorInfo[];
}
