/** Fused kernels of Adam in the form in which tfjs registers them. */
import type * as tf from '@tensorflow/tfjs';
import { ADAM_UPDATE, type AdamKernels, SUM_OF_SQUARES } from './contract';

export function adamConfigs(kernels: AdamKernels): tf.KernelConfig[] {
  const { backendName } = kernels;
  return [
    {
      kernelName: SUM_OF_SQUARES,
      backendName,
      kernelFunc: ({ inputs, backend }) => kernels.sumOfSquares(info(inputs, 'values'), backend),
    },
    {
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
    },
  ];
}

function info(inputs: tf.NamedTensorInfoMap, name: string): tf.TensorInfo {
  const tensor = inputs[name];
  if (tensor === undefined) throw new TypeError(`Adam: input '${name}' is missing`);
  return tensor;
}
