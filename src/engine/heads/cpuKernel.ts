/** The reference as a kernel of tfjs's 'cpu' backend: simple, not fast. */
import type * as tf from '@tensorflow/tfjs';
import { narrowToBackend, readFloats, readIntegers, writeFloats } from '../cpuTensors';
import { type HeadsKernel, type HeadsTensors, headsSizeOf } from './contract';
import { type HeadsInputs, type HeadWeights, headsGradients, headsLosses } from './reference';

const allocate = (length: number): Float32Array => new Float32Array(length);

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
      state: readFloats(backend, state),
      columns: readIntegers(backend, columns),
      weights: readFloats(backend, weights),
    },
    heads: heads.map((head) => mapWeights(head, (weight) => readFloats(backend, weight))),
  };
}

export const cpuHeads: HeadsKernel = {
  backendName: 'cpu',

  narrow: narrowToBackend,

  forward(tensors, attributes, backend) {
    const { inputs, heads } = read(backend, tensors);
    const losses = headsLosses(headsSizeOf(tensors, attributes), inputs, heads);
    return {
      losses: writeFloats(backend, Float32Array.from(losses), [losses.length]),
      saved: writeFloats(backend, new Float32Array(0), [0]),
    };
  },

  backward(tensors, attributes, backend) {
    const { inputs, heads } = read(backend, tensors);
    const size = headsSizeOf(tensors, attributes);
    const cotangents = readFloats(backend, tensors.dLosses);
    const gradients = headsGradients(size, inputs, heads, cotangents, allocate);
    return {
      state: writeFloats(backend, gradients.state, tensors.state.shape),
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
    kernel: writeFloats(backend, gradient.kernel, weights.kernel.shape),
    embedding: embedding && writeFloats(backend, embedding, weights.embedding?.shape ?? []),
    bias: writeFloats(backend, gradient.bias, weights.bias.shape),
    outputKernel: writeFloats(backend, gradient.outputKernel, weights.outputKernel.shape),
    outputBias: writeFloats(backend, gradient.outputBias, weights.outputBias.shape),
  };
}
