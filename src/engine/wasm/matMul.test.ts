import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Random } from '../../music/random';
import { registerKernels } from '../registerKernels';
import { relativeError } from '../testing/parity';
import { disposeWasmKernels, wasmEngine } from './engine';
import { activateInNode } from './prepareInNode';

beforeAll(async () => {
  await activateInNode();
  registerKernels();
});
afterAll(disposeWasmKernels);

const sizes = [
  [1, 1, 1],
  [2, 3, 4],
  [64, 256, 128],
  [13, 9, 17],
  [8, 300, 1],
  [5, 900, 9],
  [7, 1, 8],
];
const cases = sizes.flatMap(([m, k, n]) =>
  [false, true].flatMap((ta) => [false, true].map((tb) => ({ m, k, n, ta, tb }))),
);

test.each(cases)('[$m, $k] · [$k, $n], transposed: $ta, $tb', ({ m, k, n, ta, tb }) => {
  const random = Random.fromSeed(m * k * n);
  const a = Float32Array.from({ length: m * k }, () => random.next() - 0.5);
  const b = Float32Array.from({ length: k * n }, () => random.next() - 0.5);
  const expected = Float64Array.from({ length: m * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let l = 0; l < k; l++)
      sum += a[ta ? l * m + i : i * k + l] * b[tb ? j * k + l : l * n + j];
    return sum;
  });
  const left = tf.tensor2d(a, ta ? [k, m] : [m, k]);
  const right = tf.tensor2d(b, tb ? [n, k] : [k, n]);
  const product = tf.matMul(left, right, ta, tb);
  expect(product.shape).toEqual([m, n]);
  expect(relativeError(product.dataSync(), expected)).toBeLessThan(1e-5);
});

describe('with a bias', () => {
  const ours = vi.fn();
  const factors = (): { a: tf.Tensor2D; b: tf.Tensor2D; bias: tf.Tensor1D } => ({
    a: tf.tensor2d([1, -2, 3, 4], [2, 2]),
    b: tf.tensor2d([1, 0, -1, 2, 1, 0], [2, 3]),
    bias: tf.tensor1d([0.5, -1, 2]),
  });

  beforeAll(() => {
    const { exports } = wasmEngine();
    const { matMul } = exports;
    exports.matMul = (...args) => {
      ours();
      matMul(...args);
    };
  });
  beforeEach(() => void ours.mockClear());

  test('adds it to every row', () => {
    const { a, b, bias } = factors();
    const plain = tf.fused.matMul({ a, b, bias });
    const transposed = tf.fused.matMul({ a, b: b.transpose(), bias, transposeB: true });
    for (const result of [plain, transposed]) {
      expect([...result.dataSync()]).toEqual([-2.5, -3, 1, 11.5, 3, -1]);
    }
    expect(ours).toHaveBeenCalledTimes(2);
  });

  test('leaves activations to tfjs', () => {
    const result = tf.fused.matMul({ ...factors(), activation: 'relu' });
    expect([...result.dataSync()]).toEqual([0, 0, 1, 11.5, 3, 0]);
    expect(ours).not.toHaveBeenCalled();
  });
});

test('batches of matrices still work', () => {
  const a = tf.range(0, 12).reshape([2, 2, 3]);
  const b = tf.ones([2, 3, 1]);
  expect([...tf.matMul(a, b).dataSync()]).toEqual([3, 12, 21, 30]);
});

test('products still work while the kernels are not loaded', async () => {
  disposeWasmKernels();
  const product = tf.matMul(tf.ones([2, 3]), tf.ones([3, 2]));
  expect([...product.dataSync()]).toEqual([3, 3, 3, 3]);
  await activateInNode();
});
