import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-webgl';
import { describe } from 'vitest';
import { describeWasmBuilds } from '../testing/wasmBuilds';
import { headsParityTests } from './paritySuite';

describeWasmBuilds(() => {
  headsParityTests(async () => {
    await tf.setBackend('wasm');
  });
});

describe('webgl', () => {
  headsParityTests(async () => {
    await tf.setBackend('webgl');
  });
});
