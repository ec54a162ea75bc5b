/** The reference as a tfjs kernel for the 'cpu' backend: correct before it is fast. */
import * as tf from '@tensorflow/tfjs';
import { type HeadsKernel, type HeadsTensors, headsSizeOf } from './contract';
import { type HeadsInputs, type HeadWeights, headsGradients, headsLosses } from './reference';

const allocate = (length: number): Float32Array => new Float32Array(length);

function floats(backend: tf.KernelBackend, info: tf.TensorInfo): Float32Array {
  const values = backend.readSync(info.dataId);
  if (values instanceof Float32Array) return values;
  throw new TypeError(`Expected a float32 tensor, got ${info.dtype}`);
}

function integers(backend: tf.KernelBackend, info: tf.TensorInfo): Int32Array {
  const values = backend.readSync(info.dataId);
  if (values instanceof Int32Array) return values;
  throw new TypeError(`Expected an int32 tensor, got ${info.dtype}`);
}

function output(
  backend: tf.KernelBackend,
  values: Float32Array,
  shape: readonly number[],
): tf.TensorInfo {
  return {
    dataId: backend.write(values, [...shape], 'float32'),
    shape: [...shape],
    dtype: 'float32',
  };
}

function mapWeights<T, U>(head: HeadWeights<T>, convert: (weight: T) => U): HeadWeights<U> {
  return {
    kernel: convert(head.kernel),
    embedding: head.embedding === undefined ? undefined : convert(head.embedding),
    bias: convert(head.bias),
    outputKernel: convert(head.outputKernel),
    outputBias: convert(head.outputBias),
  };
}

function read(
  backend: tf.KernelBackend,
  { state, columns, weights, heads }: HeadsTensors,
): { inputs: HeadsInputs; heads: HeadWeights<Float32Array>[] } {
  return {
    inputs: {
      state: floats(backend, state),
      columns: integers(backend, columns),
      weights: floats(backend, weights),
    },
    heads: heads.map((head) => mapWeights(head, (weight) => floats(backend, weight))),
  };
}

export const cpuHeads: HeadsKernel = {
  backendName: 'cpu',

  narrow(backend) {
    if (backend instanceof tf.KernelBackend) return backend;
    throw new TypeError('Not a tfjs backend');
  },

  forward(tensors, attributes, backend) {
    const { inputs, heads } = read(backend, tensors);
    const losses = headsLosses(headsSizeOf(tensors, attributes), inputs, heads);
    return {
      losses: output(backend, Float32Array.from(losses), [losses.length]),
      saved: output(backend, new Float32Array(0), [0]),
    };
  },

  backward(tensors, attributes, backend) {
    const { inputs, heads } = read(backend, tensors);
    const size = headsSizeOf(tensors, attributes);
    const cotangents = floats(backend, tensors.dLosses);
    const gradients = headsGradients(size, inputs, heads, cotangents, allocate);
    return {
      state: output(backend, gradients.state, tensors.state.shape),
      heads: gradients.heads.map((gradient, h) => outputs(backend, gradient, tensors.heads[h])),
    };
  },
};

/** One head's gradients as tensors of its weights' shapes. */
function outputs(
  backend: tf.KernelBackend,
  gradient: HeadWeights<Float32Array>,
  weights: HeadWeights<tf.TensorInfo>,
): HeadWeights<tf.TensorInfo> {
  const { embedding } = gradient;
  return {
    kernel: output(backend, gradient.kernel, weights.kernel.shape),
    embedding: embedding && output(backend, embedding, weights.embedding?.shape ?? []),
    bias: output(backend, gradient.bias, weights.bias.shape),
    outputKernel: output(backend, gradient.outputKernel, weights.outputKernel.shape),
    outputBias: output(backend, gradient.outputBias, weights.outputBias.shape),
  };
}
