/** The reference as a tfjs kernel for the 'cpu' backend: correct before it is fast. */
import * as tf from '@tensorflow/tfjs';
import type { LstmAttributes, LstmInputs, LstmKernel } from './contract';
import { type Floats, type LstmSize, lstmBackward, lstmForward } from './reference';

const allocate = (length: number): Float32Array => new Float32Array(length);

function floats(backend: tf.KernelBackend, info: tf.TensorInfo): Float32Array {
  const values = backend.readSync(info.dataId);
  if (values instanceof Float32Array) return values;
  throw new TypeError(`Expected a float32 tensor, got ${info.dtype}`);
}

function inputValues(backend: tf.KernelBackend, info: tf.TensorInfo): Floats | Int32Array {
  const values = backend.readSync(info.dataId);
  if (values instanceof Float32Array || values instanceof Int32Array) return values;
  throw new TypeError(`Expected a float32 or int32 tensor, got ${info.dtype}`);
}

function output(backend: tf.KernelBackend, values: Float32Array, shape: number[]): tf.TensorInfo {
  return { dataId: backend.write(values, shape, 'float32'), shape, dtype: 'float32' };
}

export function lstmSizeOf(inputs: LstmInputs, attributes: LstmAttributes): LstmSize {
  const [batch, time, width] = inputs.input.shape;
  return { batch, time, width, units: inputs.initialHidden.shape[1], columns: attributes.columns };
}

/** [batch, time, units] -> [batch, units] of the last time step; the initial state if time is 0. */
function last(values: Float32Array, initial: Float32Array, size: LstmSize): Float32Array {
  const { batch, time, units } = size;
  if (time === 0) return initial.slice();
  const result = new Float32Array(batch * units);
  for (let b = 0; b < batch; b++) {
    const from = (b * time + time - 1) * units;
    result.set(values.subarray(from, from + units), b * units);
  }
  return result;
}

export const cpuKernel: LstmKernel = {
  backendName: 'cpu',

  narrow(backend) {
    if (backend instanceof tf.KernelBackend) return backend;
    throw new TypeError('Not a tfjs backend');
  },

  forward(inputs, attributes, backend) {
    const size = lstmSizeOf(inputs, attributes);
    const { batch, time, units } = size;
    const read = (info: tf.TensorInfo): Float32Array => floats(backend, info);
    const initial = { hidden: read(inputs.initialHidden), cell: read(inputs.initialCell) };
    const weights = {
      kernel: read(inputs.kernel),
      recurrentKernel: read(inputs.recurrentKernel),
      bias: read(inputs.bias),
    };
    const input = inputValues(backend, inputs.input);
    const run = lstmForward(size, input, weights, initial, allocate);
    const none = new Float32Array(0);
    const sequence = attributes.returnSequences;
    const save = (values: Float32Array, shape: number[]): tf.TensorInfo =>
      attributes.training ? output(backend, values, shape) : output(backend, none, [0]);
    return {
      hidden: output(backend, sequence ? run.hidden : none, [batch, sequence ? time : 0, units]),
      lastHidden: output(backend, last(run.hidden, initial.hidden, size), [batch, units]),
      lastCell: output(backend, last(run.cell, initial.cell, size), [batch, units]),
      savedHidden: save(run.hidden, [batch, time, units]),
      savedCell: save(run.cell, [batch, time, units]),
      savedGates: save(run.gates, [batch, time, 4 * units]),
    };
  },

  backward(inputs, attributes, backend) {
    const size = lstmSizeOf(inputs, attributes);
    const read = (info: tf.TensorInfo): Float32Array => floats(backend, info);
    const gradients = lstmBackward(
      size,
      inputValues(backend, inputs.input),
      {
        kernel: read(inputs.kernel),
        recurrentKernel: read(inputs.recurrentKernel),
        bias: read(inputs.bias),
      },
      { hidden: read(inputs.initialHidden), cell: read(inputs.initialCell) },
      {
        hidden: read(inputs.savedHidden),
        cell: read(inputs.savedCell),
        gates: read(inputs.savedGates),
      },
      {
        hidden: read(inputs.dHidden),
        lastHidden: read(inputs.dLastHidden),
        lastCell: read(inputs.dLastCell),
      },
      allocate,
    );
    const dense = attributes.columns.length === 0;
    return {
      input: output(backend, gradients.input, dense ? inputs.input.shape : [0]),
      kernel: output(backend, gradients.kernel, inputs.kernel.shape),
      recurrentKernel: output(backend, gradients.recurrentKernel, inputs.recurrentKernel.shape),
      bias: output(backend, gradients.bias, inputs.bias.shape),
      initialHidden: output(backend, gradients.initial.hidden, inputs.initialHidden.shape),
      initialCell: output(backend, gradients.initial.cell, inputs.initialCell.shape),
    };
  },
};
