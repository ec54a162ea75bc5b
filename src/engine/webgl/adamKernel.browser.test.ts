import * as tf from '@tensorflow/tfjs';
import { beforeEach, expect, test } from 'vitest';
import { Random } from '../../music/random';
import { relativeError } from '../testing/parity';
import { webglAdam } from './adamKernel';

const NUMBERS = { rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
const SCALE = 0.5;

beforeEach(async () => {
  await tf.setBackend('webgl');
});

function draw(random: Random, length: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, () => 2 * random.next() - 1);
}

/** tfjs packs what element-wise operations make; what is uploaded stays unpacked. */
function packed(tensor: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.mul(tensor, 1));
}

const shapes = [[1], [257], [3, 5], [64, 8], [2, 3, 5]];
const layouts = [(tensor: tf.Tensor) => tensor, packed];
const cases = shapes.flatMap((shape) =>
  layouts.map((layout, i) => ({ shape, layout, name: i === 0 ? 'unpacked' : 'packed' })),
);

test.each(cases)('updates $shape, $name, as the formula says', async ({ shape, layout }) => {
  const random = Random.fromSeed(3);
  const size = shape.reduce((product, side) => product * side, 1);
  const value = draw(random, size);
  const mean = draw(random, size);
  const square = draw(random, size).map(Math.abs);
  const gradient = draw(random, size);
  const results = tf.tidy(() => {
    const tensors = {
      value: layout(tf.tensor(value, shape)),
      mean: layout(tf.tensor(mean, shape)),
      square: layout(tf.tensor(square, shape)),
      gradient: tf.tensor(gradient, shape),
      scale: tf.scalar(SCALE),
    };
    return webglAdam
      .update(tensors, NUMBERS, tf.backend())
      .map((info) => tf.engine().makeTensorFromTensorInfo(info));
  });
  const expected = [0, 1, 2].map(() => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    const g = gradient[i] * SCALE;
    expected[1][i] = 0.9 * mean[i] + 0.1 * g;
    expected[2][i] = 0.999 * square[i] + 0.001 * g * g;
    const change = (0.01 * expected[1][i]) / (Math.sqrt(expected[2][i]) + 1e-7);
    expected[0][i] = value[i] - change;
  }
  for (const [k, result] of results.entries()) {
    expect(result.shape).toEqual(shape);
    expect(relativeError(await result.data(), expected[k])).toBeLessThan(1e-6);
  }
  tf.dispose(results);
});

test.each(cases)('sums the squares of $shape, $name', async ({ shape, layout }) => {
  const size = shape.reduce((product, side) => product * side, 1);
  // The unused channels of a packed tensor hold results of the last operation: here, ones.
  const values = draw(Random.fromSeed(4), size);
  const [sum] = tf.tidy(() => {
    const tensor = tf.exp(layout(tf.tensor(values, shape)));
    return [tf.engine().makeTensorFromTensorInfo(webglAdam.sumOfSquares(tensor, tf.backend()))];
  });
  const expected = values.reduce((total, x) => total + Math.exp(x) ** 2, 0);
  expect(relativeError(await sum.data(), [expected])).toBeLessThan(1e-5);
  sum.dispose();
});

test('keeps memory flat', async () => {
  const before = tf.memory().numTensors;
  const gpuBytes = (): unknown => {
    const memory: object = tf.memory();
    return 'numBytesInGPU' in memory ? memory.numBytesInGPU : undefined;
  };
  const step = async (): Promise<void> => {
    const outputs = tf.tidy(() => {
      const value = packed(tf.ones([6, 10]));
      const flat = tf.ones([60]);
      const gradient = packed(flat).reshape([6, 10]);
      const scale = tf
        .engine()
        .makeTensorFromTensorInfo(webglAdam.sumOfSquares(gradient, tf.backend()));
      const tensors = { value, mean: value, square: value, gradient, scale };
      return webglAdam
        .update(tensors, NUMBERS, tf.backend())
        .map((info) => tf.engine().makeTensorFromTensorInfo(info));
    });
    await outputs[0].data();
    tf.dispose(outputs);
  };
  await step();
  const bytes = gpuBytes();
  await step();
  await step();
  expect(gpuBytes()).toBe(bytes);
  expect(tf.memory().numTensors).toBe(before);
});
