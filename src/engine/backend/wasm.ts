/** The WASM backend: tfjs on one thread, our kernels on several. */

import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { t } from '../../texts/t';
import type { BackendFacts } from '../engineReport';
import { prepareWasmKernels } from '../wasm/engine';

/** @param threads thread limit. Default: every logical core, 8 at most */
export async function startWasm(threads?: number): Promise<BackendFacts> {
  if (typeof WebAssembly === 'undefined') throw new Error(t('engine.noWebAssembly'));
  // tfjs's threaded build splits the small operations around the LSTM, which costs more than it
  // gains, and needs a worker script in a blob. The threads are for our kernels.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new Error(t('engine.noSimd'));
  }
  const engine = await prepareWasmKernels({ threads });
  const isRelaxed = engine.build.startsWith('relaxed');
  const adapter = isRelaxed ? 'SIMD with fused multiply-add' : 'SIMD';
  return { backend: 'wasm', adapter, software: false, threads: engine.threads };
}
