import { expect, it } from 'vitest';
import { clamp } from './clamp';

it('moves a number into its range', () => {
  expect([-1, 0, 0.5, 1, 2].map((value) => clamp(value, 0, 1))).toEqual([0, 0, 0.5, 1, 1]);
});

it('returns the lower bound of an empty range', () => {
  expect(clamp(5, 3, 1)).toBe(3);
  expect(clamp(0, 3, 1)).toBe(3);
});
