import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { Random } from '../../music/random';
import { LstmLayer } from '../lstm/layer';
import { disposeWasmKernels, type WasmEngine } from './engine';
import { activateInNode } from './prepareInNode';

let engine: WasmEngine;
beforeEach(async () => {
  engine = await activateInNode();
});
afterAll(disposeWasmKernels);

function stackedLoss(): { layers: LstmLayer[]; loss: () => tf.Scalar } {
  const random = Random.fromSeed(1);
  const layers = [
    new LstmLayer({ units: 9, random, returnSequences: true, inputShape: [6, 3] }),
    new LstmLayer({ units: 5, random }),
  ];
  const model = tf.sequential({ layers });
  const input = tf.randomUniform([4, 6, 3], -1, 1, 'float32', 1);
  const loss = (): tf.Scalar =>
    tf.tidy(() => {
      const output = model.apply(input);
      if (!(output instanceof tf.Tensor)) throw new TypeError('one tensor expected');
      return tf.sum(tf.square(output)).asScalar();
    });
  return { layers, loss };
}

test('10,000 steps leave neither tensors nor memory behind', () => {
  const { loss } = stackedLoss();
  const step = (): void => tf.dispose(tf.variableGrads(loss));
  step();
  step();
  const { numTensors, numBytes } = tf.memory();
  const { usedBytes } = engine.heap;
  for (let i = 0; i < 10_000; i++) step();
  expect(tf.memory()).toMatchObject({ numTensors, numBytes });
  expect(engine.heap.usedBytes).toBe(usedBytes);
});

test('forward passes without gradients leave nothing behind', () => {
  const { loss } = stackedLoss();
  tf.dispose(tf.variableGrads(loss));
  tf.dispose(loss());
  expect(engine.heap.usedBytes).toBe(0);
  for (let i = 0; i < 100; i++) tf.dispose(loss());
  expect(engine.heap.usedBytes).toBe(0);
});

test('forward passes on a tape that never reach the gradient leave nothing behind', () => {
  const { loss, layers } = stackedLoss();
  const unrelated = tf.variable(tf.scalar(3));
  for (let i = 0; i < 50; i++) {
    tf.dispose(
      tf.variableGrads(() => {
        loss();
        return tf.square(unrelated).asScalar();
      }, [unrelated]),
    );
  }
  tf.dispose(loss());
  expect(engine.heap.usedBytes).toBe(0);
  expect(layers).toHaveLength(2);
});

test('a backward pass after a restart is an error, not a wrong number', async () => {
  const { loss } = stackedLoss();
  // A restart in the middle of a step: only an abrupt end can do this, as steps do not await.
  const step = (): unknown =>
    tf.variableGrads(() => {
      const value = loss();
      disposeWasmKernels();
      return value;
    });
  expect(step).toThrow(/not loaded/);
  engine = await activateInNode();
  tf.dispose(tf.variableGrads(loss));
});

test('without its kernels the op says what to do', () => {
  const { loss } = stackedLoss();
  disposeWasmKernels();
  expect(() => loss()).toThrow(/prepareWasmKernels/);
});
