import { expect, it } from 'vitest';
import { learningRateShare, warmStartShare } from './schedule';

it('keeps the full rate if constant', () => {
  expect(learningRateShare('constant', 99, 100)).toBe(1);
});

it('falls along a cosine from the full rate to a twentieth', () => {
  expect(learningRateShare('cosine', 0, 100)).toBe(1);
  expect(learningRateShare('cosine', 50, 100)).toBeCloseTo(0.525);
  expect(learningRateShare('cosine', 100, 100)).toBeCloseTo(0.05);
});

it('rises to the full rate in a warm start', () => {
  const shares = [0, 1, 10, 100, 1000].map(warmStartShare);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares[0]).toBeGreaterThan(0);
  expect(shares[4]).toBeLessThanOrEqual(1);
});
