/**
 * The registry of fused Adam kernels, one line each. A backend without one uses ordinary tfjs ops;
 * `adam.test.ts` holds both to the same numbers.
 */
import * as tf from '@tensorflow/tfjs';
import { wasmAdam } from '../wasm/adamKernel';
import { webglAdam } from '../webgl/adamKernel';

const ADAM_UPDATE = 'AdamUpdate';
const SUM_OF_SQUARES = 'SumOfSquares';

export interface AdamTensors<T = tf.TensorInfo> {
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
  sumOfSquares(values: tf.TensorInfo, backend: object): tf.TensorInfo;
  /** New value, mean and square. */
  update(tensors: AdamTensors, numbers: AdamNumbers, backend: object): tf.TensorInfo[];
}

let registered = false;

/** Registers the fused kernels with tfjs; further calls do nothing. */
export function registerAdamKernels(): void {
  if (registered) return;
  registered = true;
  register(wasmAdam);
  register(webglAdam);
}

function register(kernels: AdamKernels): void {
  const { backendName } = kernels;
  tf.registerKernel({
    kernelName: SUM_OF_SQUARES,
    backendName,
    kernelFunc: ({ inputs, backend }) => kernels.sumOfSquares(info(inputs, 'values'), backend),
  });
  tf.registerKernel({
    kernelName: ADAM_UPDATE,
    backendName,
    kernelFunc: ({ inputs, attrs, backend }) =>
      kernels.update(
        {
          value: info(inputs, 'value'),
          mean: info(inputs, 'mean'),
          square: info(inputs, 'square'),
          gradient: info(inputs, 'gradient'),
          scale: info(inputs, 'scale'),
        },
        {
          rate: Number(attrs?.rate),
          beta1: Number(attrs?.beta1),
          beta2: Number(attrs?.beta2),
          epsilon: Number(attrs?.epsilon),
        },
        backend,
      ),
  });
}

function info(inputs: tf.NamedTensorInfoMap, name: string): tf.TensorInfo {
  const tensor = inputs[name];
  if (tensor === undefined) throw new TypeError(`Adam: input '${name}' is missing`);
  return tensor;
}

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
