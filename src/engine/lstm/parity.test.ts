import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe } from 'vitest';
import { disposeWasmKernels } from '../wasm/engine';
import { activateInNode } from '../wasm/prepareInNode';
import { parityTests } from './paritySuite';

describe('cpu', () => {
  parityTests(async () => {
    await tf.setBackend('cpu');
  });
});

describe('wasm on one thread', () => {
  beforeAll(activateInNode);
  afterAll(disposeWasmKernels);

  parityTests(async () => {
    await tf.setBackend('wasm');
  });
});
