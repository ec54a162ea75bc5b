/**
 * Copies of tensors on tfjs's 'wasm' backend that share their memory, as on its other backends and
 * as its own reshape does. tfjs's copies every number, and it copies whatever a gradient will need:
 * all weights, each step.
 */
import * as tf from '@tensorflow/tfjs';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { tfjsKernel } from './tfjsKernel';

/** Replaces tfjs's identity, except for strings. */
export function wasmIdentity(): tf.KernelConfig {
  const theirs = tfjsKernel(tf.Identity);
  return {
    ...theirs,
    kernelFunc: (params) => {
      const { inputs, backend } = params;
      const { x } = inputs;
      if (x === undefined || x.dtype === 'string' || !(backend instanceof BackendWasm)) {
        return theirs.kernelFunc(params);
      }
      // Tensors never change in place, so who shares one sees no difference.
      backend.incRef(x.dataId);
      return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
    },
  };
}
