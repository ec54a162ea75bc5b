/** Kernels of tfjs's own 'wasm' backend, which ours replace and fall back to. */
import * as tf from '@tensorflow/tfjs';

/** @throws Error where tfjs has no such kernel. */
export function tfjsKernel(kernelName: string): tf.KernelConfig {
  const kernel = tf.getKernel(kernelName, 'wasm');
  if (kernel === undefined) throw new Error(`tfjs's WASM backend has no kernel ${kernelName}`);
  return kernel;
}
