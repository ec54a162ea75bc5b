import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../music/random';
import { relativeError } from '../testing/parity';
import { disposeWasmKernels } from '../wasm/engine';
import { activateInNode } from '../wasm/prepareInNode';
import { Adam, type AdamSettings } from './adam';

const shapes = [[3, 5], [1], [257]];
const sizes = shapes.map((shape) => shape.reduce((product, side) => product * side, 1));
const rates = [0.01, 0.01, 0.003, 0.02];

function draw(random: Random, length: number): number[] {
  return Array.from({ length }, () => 2 * random.next() - 1);
}

/** Adam with plain numbers, straight from the formula. */
function expectedValues(
  starts: number[][],
  steps: number[][][],
  clipNorm = Number.POSITIVE_INFINITY,
): number[][] {
  const values = starts.map((list) => [...list]);
  const means = starts.map((list) => list.map(() => 0));
  const squares = starts.map((list) => list.map(() => 0));
  steps.forEach((gradients, step) => {
    const norm = Math.hypot(...gradients.flat());
    const scale = norm > clipNorm ? clipNorm / norm : 1;
    const t = step + 1;
    gradients.forEach((gradient, k) => {
      gradient.forEach((raw, i) => {
        const g = raw * scale;
        means[k][i] = 0.9 * means[k][i] + 0.1 * g;
        squares[k][i] = 0.999 * squares[k][i] + 0.001 * g * g;
        const rate = (rates[step] * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t);
        values[k][i] -= (rate * means[k][i]) / (Math.sqrt(squares[k][i]) + 1e-7);
      });
    });
  });
  return values;
}

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeAll(async () => {
    if (backend === 'wasm') await activateInNode();
    else await tf.setBackend('cpu');
  });
  afterAll(disposeWasmKernels);

  const random = Random.fromSeed(41);
  const starts = sizes.map((size) => draw(random, size));
  const steps = rates.map(() => sizes.map((size) => draw(random, size)));

  function variables(): tf.Variable[] {
    return starts.map((values, k) => tf.variable(tf.tensor(values, shapes[k])));
  }

  function update(adam: Adam, step: number): void {
    const gradients = steps[step].map((values, k) => tf.tensor(values, shapes[k]));
    adam.applyGradients(gradients, rates[step]);
    tf.dispose(gradients);
  }

  function expectValues(actual: tf.Variable[], expected: number[][]): void {
    actual.forEach((variable, k) => {
      expect(relativeError(variable.dataSync(), expected[k])).toBeLessThan(1e-6);
    });
  }

  test.each<[string, Partial<AdamSettings>]>([
    ['without clipping', {}],
    ['clipped', { clipNorm: 2 }],
    ['with a bound that no gradient reaches', { clipNorm: 1000 }],
  ])('follows the formula %s', (_, settings) => {
    const list = variables();
    const adam = new Adam(list, settings);
    for (let step = 0; step < rates.length; step++) update(adam, step);
    expectValues(list, expectedValues(starts, steps, settings.clipNorm));
    adam.dispose();
    tf.dispose(list);
  });

  test('takes gradients by name, and refuses when one is missing', () => {
    const list = variables();
    const adam = new Adam(list);
    const gradients = Object.fromEntries(
      list.map((variable, k) => [variable.name, tf.tensor(steps[0][k], shapes[k])]),
    );
    adam.applyGradients(gradients, rates[0]);
    expectValues(list, expectedValues(starts, steps.slice(0, 1)));
    expect(() => adam.applyGradients([], 1)).toThrow(RangeError);
    adam.dispose();
    tf.dispose([list, gradients]);
  });

  test('continues exactly from its stored state', async () => {
    const list = variables();
    const first = new Adam(list);
    update(first, 0);
    update(first, 1);
    const state = await first.getState();
    const second = new Adam(list);
    second.setState(state);
    update(second, 2);
    update(second, 3);
    expectValues(list, expectedValues(starts, steps));
    expect(() => new Adam(list.slice(1)).setState(state)).toThrow(RangeError);
  });

  test('keeps the number of tensors and the memory flat', () => {
    const list = variables();
    const adam = new Adam(list, { clipNorm: 1 });
    update(adam, 0);
    const before = tf.memory();
    for (let i = 0; i < 20; i++) update(adam, 1);
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numBytes).toBe(before.numBytes);
    adam.dispose();
  });
});
