import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe } from 'vitest';
import { disposeWasmKernels } from '../wasm/engine';
import { activateInNode } from '../wasm/prepareInNode';
import { headsParityTests } from './paritySuite';

describe('cpu', () => {
  headsParityTests(async () => {
    await tf.setBackend('cpu');
  });
});

describe('wasm on one thread', () => {
  beforeAll(activateInNode);
  afterAll(disposeWasmKernels);

  headsParityTests(async () => {
    await tf.setBackend('wasm');
  });
});
