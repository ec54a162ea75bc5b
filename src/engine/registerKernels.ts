/**
 * The registry of everything that Etude adds to tfjs: one line for each kernel, one for each
 * gradient. An op whose backend stands in no line either has no kernel there (the LSTM needs one)
 * or falls back to ordinary tfjs ops (heads, Adam).
 */
import * as tf from '@tensorflow/tfjs';
import { adamConfigs } from './adam/registration';
import { cpuHeads } from './heads/cpuKernel';
import { headsConfigs, headsGradient } from './heads/registration';
import { cpuLstm } from './lstm/cpuKernel';
import { lstmConfigs, lstmGradient } from './lstm/registration';
import { wasmAdam } from './wasm/adamKernel';
import { wasmHeads } from './wasm/headsKernel';
import { wasmIdentity } from './wasm/identity';
import { wasmLstm } from './wasm/lstmKernel';
import { wasmFusedMatMul, wasmMatMul } from './wasm/matMul';
import { webglAdam } from './webgl/adamKernel';
import { webglLstm } from './webgl/lstmKernel';

const kernels = (): tf.KernelConfig[] => [
  ...lstmConfigs(cpuLstm),
  ...lstmConfigs(wasmLstm),
  ...lstmConfigs(webglLstm),
  ...headsConfigs(cpuHeads),
  ...headsConfigs(wasmHeads),
  ...adamConfigs(wasmAdam),
  ...adamConfigs(webglAdam),
  wasmMatMul(),
  wasmFusedMatMul(),
  wasmIdentity(),
];

const gradients: readonly tf.GradConfig[] = [lstmGradient, headsGradient];

let registered = false;

/** Registers every kernel and gradient with tfjs, once. Each op calls it first. */
export function registerKernels(): void {
  if (registered) return;
  registered = true;
  for (const kernel of kernels()) {
    const { kernelName, backendName } = kernel;
    // tfjs warns of a second kernel of a name. Ours contain tfjs's own, for what they leave to it.
    if (tf.getKernel(kernelName, backendName) !== undefined) {
      tf.unregisterKernel(kernelName, backendName);
    }
    tf.registerKernel(kernel);
  }
  for (const gradient of gradients) tf.registerGradient(gradient);
}
