import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe } from 'vitest';
import { parityTests } from './paritySuite';
import { disposeWasmKernels, prepareWasmKernels } from './wasm/engine';

describe('cpu', () => {
  parityTests(async () => {
    await tf.setBackend('cpu');
  });
});

describe('wasm on one thread', () => {
  beforeAll(async () => {
    setWasmPaths(
      new URL('../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url)
        .pathname,
    );
    setThreadsCount(1);
    await prepareWasmKernels({
      threads: 1,
      load: (name) => readFile(new URL(`./wasm/generated/${name}.wasm`, import.meta.url)),
    });
  });
  afterAll(disposeWasmKernels);

  parityTests(async () => {
    await tf.setBackend('wasm');
  });
});
