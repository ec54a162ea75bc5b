import { expect, test } from 'vitest';
import { Random } from '../../music/random';
import { glorotUniform, lstmBias, orthogonal } from './initializers';

/** Largest deviation of the rows' inner products from the identity. */
function deviation(values: Float32Array, rows: number, columns: number): number {
  let worst = 0;
  for (let a = 0; a < rows; a++) {
    for (let b = 0; b <= a; b++) {
      let dot = 0;
      for (let k = 0; k < columns; k++) dot += values[a * columns + k] * values[b * columns + k];
      worst = Math.max(worst, Math.abs(dot - (a === b ? 1 : 0)));
    }
  }
  return worst;
}

test.each([
  [1, 4],
  [5, 20],
  [8, 8],
  [63, 252],
  [256, 1024],
])('orthogonal [%d, %d] has orthonormal rows', (rows, columns) => {
  const values = orthogonal(rows, columns, Random.fromSeed(3));
  expect(deviation(values, rows, columns)).toBeLessThan(1e-6);
});

test('orthogonal with more rows than columns has orthonormal columns', () => {
  const values = orthogonal(9, 5, Random.fromSeed(3));
  const transposed = Float32Array.from(
    { length: 45 },
    (_, i) => values[(i % 9) * 5 + ((i / 9) | 0)],
  );
  expect(deviation(transposed, 5, 9)).toBeLessThan(1e-6);
});

test('orthogonal of one vector has no preferred direction', () => {
  const random = Random.fromSeed(11);
  let sum = 0;
  for (let i = 0; i < 4000; i++) sum += orthogonal(1, 3, random)[0];
  // The mean of 4000 coordinates, each of variance 1/3, has a deviation of 0.009.
  expect(Math.abs(sum / 4000)).toBeLessThan(0.04);
});

test('the same seed draws the same weights', () => {
  expect(orthogonal(4, 16, Random.fromSeed(1))).toEqual(orthogonal(4, 16, Random.fromSeed(1)));
  expect(orthogonal(4, 16, Random.fromSeed(1))).not.toEqual(orthogonal(4, 16, Random.fromSeed(2)));
});

test('glorot uniform fills its range and keeps its variance', () => {
  const values = glorotUniform(100, 200, Random.fromSeed(1));
  const limit = Math.sqrt(6 / 300);
  const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(limit);
  expect(variance / (limit ** 2 / 3)).toBeCloseTo(1, 1);
});

test('the bias starts the forget gate at one', () => {
  expect([...lstmBias(2, true)]).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  expect([...lstmBias(2, false)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
