import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-webgl';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { afterAll, beforeAll, describe } from 'vitest';
import { disposeWasmKernels, prepareWasmKernels } from '../wasm/engine';
import { headsParityTests } from './paritySuite';

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

      headsParityTests(async () => {
        await tf.setBackend('wasm');
      });
    });
  }
}

describe('webgl', () => {
  headsParityTests(async () => {
    await tf.setBackend('webgl');
  });
});
