import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import type { Floats } from '../floats';
import { finiteDifferences } from '../testing/finiteDifferences';
import { expectParity, relativeError } from '../testing/parity';
import { headsByOps } from './composite';
import { listWeights, nameWeights } from './contract';
import { drawHeads } from './paritySuite';
import { type HeadsSize, type HeadWeights, headsGradients, headsLosses } from './reference';

const size: HeadsSize = { rows: 9, units: 5, columnClasses: [4, 3, 6], predicted: [0, 2] };
const hidden = 7;
const problem = drawHeads(size, hidden, 3);
const double = (length: number): Float64Array => new Float64Array(length);

function inDouble(head: HeadWeights<Floats>): HeadWeights<Float64Array> {
  const lists = listWeights(head).map((values) => Float64Array.from(values));
  return nameWeights(lists, [head.embedding ? 1 : 0])[0];
}

test('gradients agree with finite differences in double precision', () => {
  const heads = problem.heads.map(inDouble);
  const state = Float64Array.from(problem.state);
  const { columns, weights, cotangents } = problem;
  const inputs = { state, columns, weights };
  const loss = (): number =>
    headsLosses(size, inputs, heads).reduce((sum, value, h) => sum + value * cotangents[h], 0);
  const gradients = headsGradients(size, inputs, heads, cotangents, double);
  const check = (values: Floats, gradient: Floats): void => {
    expect(relativeError(gradient, finiteDifferences(values, loss))).toBeLessThan(1e-8);
  };
  check(state, gradients.state);
  heads.forEach((head, h) => {
    const list = listWeights(gradients.heads[h]);
    listWeights(head).forEach((values, i) => {
      check(values, list[i]);
    });
  });
});

test('losses agree with a cross-entropy written with ordinary tfjs ops', async () => {
  await tf.setBackend('cpu');
  const { rows, units, columnClasses, predicted } = size;
  const losses = tf.tidy(() =>
    headsByOps(
      {
        state: tf.tensor2d(problem.state, [rows, units]),
        columns: tf.tensor2d(problem.columns, [rows, columnClasses.length], 'int32'),
        weights: tf.tensor1d(problem.weights),
        heads: problem.heads.map((head, h) => ({
          kernel: tf.tensor2d(head.kernel, [units, hidden]),
          embedding: head.embedding && tf.tensor2d(head.embedding, [7, hidden]),
          bias: tf.tensor1d(head.bias),
          outputKernel: tf.tensor2d(head.outputKernel, [hidden, columnClasses[predicted[h]]]),
          outputBias: tf.tensor1d(head.outputBias),
        })),
      },
      size,
    ),
  );
  expectParity(
    { losses: headsLosses(size, problem, problem.heads) },
    { losses: await losses.data() },
  );
  losses.dispose();
});
