import { expect, it } from 'vitest';
import { learningRateShare } from './schedule';

it('keeps the full rate if constant', () => {
  expect(learningRateShare('constant', 99, 100)).toBe(1);
});

it('falls along a cosine from the full rate to a twentieth', () => {
  expect(learningRateShare('cosine', 0, 100)).toBe(1);
  expect(learningRateShare('cosine', 50, 100)).toBeCloseTo(0.525);
  expect(learningRateShare('cosine', 100, 100)).toBeCloseTo(0.05);
});
