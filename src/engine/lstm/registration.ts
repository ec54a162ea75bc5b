/** Kernels of the LSTM, and the op's gradient, in the form in which tfjs registers them. */
import * as tf from '@tensorflow/tfjs';
import {
  LSTM_SEQUENCE,
  LSTM_SEQUENCE_GRAD,
  type LstmAttributes,
  type LstmInputs,
  type LstmKernel,
} from './contract';

export function lstmConfigs<B extends tf.KernelBackend>(kernel: LstmKernel<B>): tf.KernelConfig[] {
  const { backendName } = kernel;
  return [
    {
      kernelName: LSTM_SEQUENCE,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const out = kernel.forward(lstmInputs(inputs), attributes(attrs), kernel.narrow(backend));
        const { hidden, lastHidden, lastCell, savedHidden, savedCell, savedGates } = out;
        return [hidden, lastHidden, lastCell, savedHidden, savedCell, savedGates];
      },
    },
    {
      kernelName: LSTM_SEQUENCE_GRAD,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const gradInputs = {
          ...lstmInputs(inputs),
          savedHidden: present(inputs, 'savedHidden'),
          savedCell: present(inputs, 'savedCell'),
          savedGates: present(inputs, 'savedGates'),
          dHidden: present(inputs, 'dHidden'),
          dLastHidden: present(inputs, 'dLastHidden'),
          dLastCell: present(inputs, 'dLastCell'),
        };
        const out = kernel.backward(gradInputs, attributes(attrs), kernel.narrow(backend));
        const { input, kernel: k, recurrentKernel, bias, initialHidden, initialCell } = out;
        return [input, k, recurrentKernel, bias, initialHidden, initialCell];
      },
    },
  ];
}

export const lstmGradient: tf.GradConfig = {
  kernelName: LSTM_SEQUENCE,
  inputsToSave: ['input', 'kernel', 'recurrentKernel', 'bias', 'initialHidden', 'initialCell'],
  outputsToSave: [false, false, false, true, true, true],
  gradFunc: (cotangents, saved, attrs) => {
    if (!Array.isArray(cotangents)) throw new TypeError(`${LSTM_SEQUENCE} has several outputs`);
    const [dHidden, dLastHidden, dLastCell] = cotangents;
    const [input, kernel, recurrentKernel, bias, initialHidden, initialCell] = saved;
    const [savedHidden, savedCell, savedGates] = saved.slice(6);
    const inputs = { input, kernel, recurrentKernel, bias, initialHidden, initialCell };
    const outputs = { savedHidden, savedCell, savedGates };
    const gradients = tf
      .engine()
      .runKernel<tf.Tensor[]>(
        LSTM_SEQUENCE_GRAD,
        { ...inputs, ...outputs, dHidden, dLastHidden, dLastCell },
        attrs,
      );
    return {
      input: () => {
        if (attrs.inputGradient !== true) {
          throw new Error(
            `${LSTM_SEQUENCE}: the input takes no gradient, as inputGradient is false`,
          );
        }
        return gradients[0];
      },
      kernel: () => gradients[1],
      recurrentKernel: () => gradients[2],
      bias: () => gradients[3],
      initialHidden: () => gradients[4],
      initialCell: () => gradients[5],
    };
  },
};

function present(inputs: tf.NamedTensorInfoMap, name: string): tf.TensorInfo {
  const info = inputs[name];
  if (info === undefined) throw new TypeError(`${LSTM_SEQUENCE}: input '${name}' is missing`);
  return info;
}

function lstmInputs(inputs: tf.NamedTensorInfoMap): LstmInputs {
  return {
    input: present(inputs, 'input'),
    kernel: present(inputs, 'kernel'),
    recurrentKernel: present(inputs, 'recurrentKernel'),
    bias: present(inputs, 'bias'),
    initialHidden: present(inputs, 'initialHidden'),
    initialCell: present(inputs, 'initialCell'),
  };
}

function attributes(attrs: tf.NamedAttrMap | undefined): LstmAttributes {
  const columnClasses = attrs?.columnClasses;
  if (!Array.isArray(columnClasses)) {
    throw new TypeError(`${LSTM_SEQUENCE}: columnClasses are missing`);
  }
  return {
    columnClasses: columnClasses.map(Number),
    returnSequences: attrs?.returnSequences === true,
    training: attrs?.training === true,
    fromZeros: attrs?.fromZeros === true,
    inputGradient: attrs?.inputGradient === true,
  };
}
