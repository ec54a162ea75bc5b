import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerKernels } from '../registerKernels';
import { disposeWasmKernels } from './engine';
import { activateInNode } from './prepareInNode';

beforeAll(async () => {
  await activateInNode();
  registerKernels();
});
afterAll(disposeWasmKernels);

test('a copy shares the memory, and keeps it when the original is disposed', () => {
  const original = tf.tensor1d([1, 2, 3]);
  const before = tf.memory();
  const copy = original.clone();
  expect(tf.memory().numTensors).toBe(before.numTensors + 1);
  expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
  original.dispose();
  expect([...copy.dataSync()]).toEqual([1, 2, 3]);
  copy.dispose();
  expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers - 1);
});

test('a copy of a variable keeps its value when the variable is assigned another', () => {
  const variable = tf.variable(tf.tensor1d([1, 2]));
  const copy = variable.clone();
  variable.assign(tf.tensor1d([5, 6]));
  expect([...copy.dataSync()]).toEqual([1, 2]);
  expect([...variable.dataSync()]).toEqual([5, 6]);
  tf.dispose([variable, copy]);
});
