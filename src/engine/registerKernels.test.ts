import * as tf from '@tensorflow/tfjs';
import { expect, it, vi } from 'vitest';
import { ADAM_UPDATE, SUM_OF_SQUARES } from './adam/contract';
import { SOFTMAX_HEADS, SOFTMAX_HEADS_GRAD } from './heads/contract';
import { LSTM_SEQUENCE, LSTM_SEQUENCE_GRAD } from './lstm/contract';
import { registerKernels } from './registerKernels';

const backendsOf = (kernelName: string): string[] =>
  ['cpu', 'wasm', 'webgl'].filter((backend) => tf.getKernel(kernelName, backend) !== undefined);

it('registers every kernel once, and tfjs has nothing to warn of', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const theirs = tf.getKernel(tf.BatchMatMul, 'wasm');
  registerKernels();
  const ours = tf.getKernel(tf.BatchMatMul, 'wasm');
  expect(ours).not.toBe(theirs);
  registerKernels();
  expect(tf.getKernel(tf.BatchMatMul, 'wasm')).toBe(ours);
  expect(backendsOf(LSTM_SEQUENCE)).toEqual(['cpu', 'wasm', 'webgl']);
  expect(backendsOf(LSTM_SEQUENCE_GRAD)).toEqual(['cpu', 'wasm', 'webgl']);
  expect(backendsOf(SOFTMAX_HEADS)).toEqual(['cpu', 'wasm']);
  expect(backendsOf(SOFTMAX_HEADS_GRAD)).toEqual(['cpu', 'wasm']);
  expect(backendsOf(SUM_OF_SQUARES)).toEqual(['wasm', 'webgl']);
  expect(backendsOf(ADAM_UPDATE)).toEqual(['wasm', 'webgl']);
  for (const op of [LSTM_SEQUENCE, SOFTMAX_HEADS]) expect(tf.getGradient(op)).toBeDefined();
  expect(warn).not.toHaveBeenCalled();
});
