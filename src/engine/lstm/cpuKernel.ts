/** The reference as a kernel of tfjs's 'cpu' backend: simple, not fast. */
import type * as tf from '@tensorflow/tfjs';
import { narrowToBackend, readFloats, readIntegers, writeFloats } from '../cpuTensors';
import type { Floats } from '../floats';
import { type LstmKernel, lstmSizeOf } from './contract';
import { type LstmSize, lstmBackward, lstmForward } from './reference';

const allocate = (length: number): Float32Array => new Float32Array(length);

function inputValues(backend: tf.KernelBackend, info: tf.TensorInfo): Floats | Int32Array {
  return info.dtype === 'int32' ? readIntegers(backend, info) : readFloats(backend, info);
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

export const cpuLstm: LstmKernel = {
  backendName: 'cpu',

  narrow: narrowToBackend,

  forward(inputs, attributes, backend) {
    const size = lstmSizeOf(inputs, attributes);
    const { batch, time, units } = size;
    const read = (info: tf.TensorInfo): Float32Array => readFloats(backend, info);
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
      attributes.training ? writeFloats(backend, values, shape) : writeFloats(backend, none, [0]);
    return {
      hidden: writeFloats(backend, sequence ? run.hidden : none, [
        batch,
        sequence ? time : 0,
        units,
      ]),
      lastHidden: writeFloats(backend, last(run.hidden, initial.hidden, size), [batch, units]),
      lastCell: writeFloats(backend, last(run.cell, initial.cell, size), [batch, units]),
      savedHidden: save(run.hidden, [batch, time, units]),
      savedCell: save(run.cell, [batch, time, units]),
      savedGates: save(run.gates, [batch, time, 4 * units]),
    };
  },

  backward(inputs, attributes, backend) {
    const size = lstmSizeOf(inputs, attributes);
    const read = (info: tf.TensorInfo): Float32Array => readFloats(backend, info);
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
    const dense = attributes.columnClasses.length === 0;
    return {
      input: writeFloats(backend, gradients.input, dense ? inputs.input.shape : [0]),
      kernel: writeFloats(backend, gradients.kernel, inputs.kernel.shape),
      recurrentKernel: writeFloats(
        backend,
        gradients.recurrentKernel,
        inputs.recurrentKernel.shape,
      ),
      bias: writeFloats(backend, gradients.bias, inputs.bias.shape),
      initialHidden: writeFloats(backend, gradients.initial.hidden, inputs.initialHidden.shape),
      initialCell: writeFloats(backend, gradients.initial.cell, inputs.initialCell.shape),
    };
  },
};
