/** Kernels of the heads, and the op's gradient, in the form in which tfjs registers them. */
import * as tf from '@tensorflow/tfjs';
import {
  asInputs,
  type HeadsAttributes,
  type HeadsKernel,
  type HeadsTensors,
  listWeights,
  nameWeights,
  SOFTMAX_HEADS,
  SOFTMAX_HEADS_GRAD,
} from './contract';

/** state, columns, weights, then the heads' weights. */
const LEADING = 3;

export function headsConfigs<B extends tf.KernelBackend>(
  kernel: HeadsKernel<B>,
): tf.KernelConfig[] {
  const { backendName } = kernel;
  return [
    {
      kernelName: SOFTMAX_HEADS,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const attributes = headsAttributes(attrs);
        const tensors = headsTensors(listOf(inputs), attributes);
        const { losses, saved } = kernel.forward(tensors, attributes, kernel.narrow(backend));
        return [losses, saved];
      },
    },
    {
      kernelName: SOFTMAX_HEADS_GRAD,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const attributes = headsAttributes(attrs);
        const [saved, dLosses, ...list] = listOf(inputs);
        const tensors = { ...headsTensors(list, attributes), saved, dLosses };
        const { state, heads } = kernel.backward(tensors, attributes, kernel.narrow(backend));
        return [state, ...heads.flatMap(listWeights)];
      },
    },
  ];
}

export const headsGradient: tf.GradConfig = {
  kernelName: SOFTMAX_HEADS,
  saveAllInputs: true,
  outputsToSave: [false, true],
  gradFunc: (cotangents, tensors, attrs) => {
    if (!Array.isArray(cotangents)) throw new TypeError(`${SOFTMAX_HEADS} has several outputs`);
    const inputs = tensors.slice(0, -1);
    const saved = tensors[tensors.length - 1];
    const gradients = tf
      .engine()
      .runKernel<tf.Tensor[]>(
        SOFTMAX_HEADS_GRAD,
        asInputs([saved, cotangents[0], ...inputs]),
        attrs,
      );
    const [dState, ...dWeights] = gradients;
    const weights = dWeights.map((gradient, i) => [String(LEADING + i), () => gradient] as const);
    return Object.fromEntries([['0', () => dState], ...weights]);
  },
};

function listOf(inputs: tf.NamedTensorInfoMap): tf.TensorInfo[] {
  return Object.values(inputs).filter((info): info is tf.TensorInfo => info !== undefined);
}

function headsTensors(list: tf.TensorInfo[], { predicted }: HeadsAttributes): HeadsTensors {
  const [state, columns, weights, ...rest] = list;
  return { state, columns, weights, heads: nameWeights(rest, predicted) };
}

function headsAttributes(attrs: tf.NamedAttrMap | undefined): HeadsAttributes {
  const numbers = (name: 'columnClasses' | 'predicted'): number[] => {
    const values = attrs?.[name];
    if (!Array.isArray(values)) throw new TypeError(`${SOFTMAX_HEADS}: ${name} are missing`);
    return values.map(Number);
  };
  return {
    columnClasses: numbers('columnClasses'),
    predicted: numbers('predicted'),
    training: attrs?.training === true,
  };
}
