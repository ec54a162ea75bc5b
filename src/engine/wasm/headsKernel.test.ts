import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { drawHeads, opHeads } from '../heads/paritySuite';
import { softmaxHeads } from '../heads/softmaxHeads';
import { disposeWasmKernels, type WasmEngine } from './engine';
import { activateInNode } from './prepareInNode';

let engine: WasmEngine;
beforeEach(async () => {
  engine = await activateInNode();
});
afterAll(disposeWasmKernels);

const size = { rows: 6, units: 5, columnClasses: [4, 3], predicted: [1] };

/** A loss on variables; the caller disposes them. */
function problemLoss(): { variables: tf.Variable[]; loss: () => tf.Scalar } {
  const problem = drawHeads(size, 7, 8);
  const [head] = problem.heads;
  const kernel = tf.variable(tf.tensor2d(head.kernel, [5, 7]));
  const state = tf.tensor2d(problem.state, [6, 5]);
  const columns = tf.tensor2d(problem.columns, [6, 2], 'int32');
  const rest = {
    embedding: tf.ones([4, 7]),
    bias: tf.zeros([7]),
    outputKernel: tf.ones([7, 3]),
    outputBias: tf.zeros([3]),
  };
  const weights = tf.ones<tf.Rank.R1>([6]);
  const loss = (): tf.Scalar =>
    tf.tidy(() =>
      tf.sum(softmaxHeads({ state, columns, weights, heads: [{ kernel, ...rest }], ...size })),
    );
  return { variables: [kernel], loss };
}

test('steps leave neither tensors nor memory behind', () => {
  const { variables, loss } = problemLoss();
  const step = (): void => tf.dispose(tf.variableGrads(loss, variables));
  step();
  step();
  const { numTensors, numBytes } = tf.memory();
  const { usedBytes } = engine.heap;
  for (let i = 0; i < 500; i++) step();
  expect(tf.memory()).toMatchObject({ numTensors, numBytes });
  expect(engine.heap.usedBytes).toBe(usedBytes);
});

test('passes without gradients leave nothing behind', () => {
  const { variables, loss } = problemLoss();
  tf.dispose(tf.variableGrads(loss, variables));
  tf.dispose(loss());
  expect(engine.heap.usedBytes).toBe(0);
});

test('passes on a tape that never reach the gradient leave nothing behind', () => {
  const { loss } = problemLoss();
  const unrelated = tf.variable(tf.scalar(3));
  for (let i = 0; i < 20; i++) {
    tf.dispose(
      tf.variableGrads(() => {
        loss();
        return tf.square(unrelated).asScalar();
      }, [unrelated]),
    );
  }
  tf.dispose(loss());
  expect(engine.heap.usedBytes).toBe(0);
});

test('a backward pass after a restart is an error, not a wrong number', async () => {
  const { variables, loss } = problemLoss();
  const step = (): unknown =>
    tf.variableGrads(() => {
      const value = loss();
      disposeWasmKernels();
      return value;
    }, variables);
  expect(step).toThrow(/not loaded/);
  engine = await activateInNode();
  tf.dispose(tf.variableGrads(loss, variables));
});

test('inputs that do not fit together are refused', async () => {
  const problem = drawHeads(size, 7, 8);
  problem.heads[0].embedding = undefined;
  await expect(opHeads(problem)).rejects.toThrow(RangeError);
});
