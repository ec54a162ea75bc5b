/** Runs tests on every build of the WASM kernels, in a browser. */
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { afterAll, beforeAll, describe } from 'vitest';
import { disposeWasmKernels, prepareWasmKernels } from '../wasm/engine';

/** Declares tests for each number of threads, with and without relaxed SIMD. */
export function describeWasmBuilds(declare: (threads: number, relaxed: boolean) => void): void {
  beforeAll(() => {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainWasm,
      'tfjs-backend-wasm-simd.wasm': simdWasm,
      'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
    });
    setThreadsCount(1);
  });

  for (const threads of [1, 2, 3]) {
    for (const relaxed of [true, false]) {
      describe(`wasm, ${threads} threads, ${relaxed ? 'relaxed' : 'strict'} SIMD`, () => {
        beforeAll(async () => {
          await prepareWasmKernels({ threads, relaxed });
        });
        afterAll(disposeWasmKernels);

        declare(threads, relaxed);
      });
    }
  }
}
