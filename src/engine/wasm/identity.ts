/**
 * Copies of tensors on tfjs's 'wasm' backend that share memory, as on its other backends. tfjs's
 * own kernel copies every number of every tensor that a gradient needs: all weights, at each step.
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
      // Tensors never change in place, so sharing is safe.
      backend.incRef(x.dataId);
      return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
    },
  };
}
