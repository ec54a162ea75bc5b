import { expect, it } from 'vitest';
import { horizon } from './horizon';

it('steps ahead of what is reached, up to the length of the run', () => {
  expect(horizon(0.5, 50)).toBe(1);
  expect(horizon(1, 50)).toBe(2);
  expect(horizon(7, 50)).toBe(10);
  expect(horizon(21, 50)).toBe(50);
  expect(horizon(50, 50)).toBe(50);
  expect(horizon(2.5, 3)).toBe(3);
});

it('leaves room beyond the only point of a run of one epoch', () => {
  expect(horizon(0.5, 1)).toBe(2);
  expect(horizon(1, 1)).toBe(2);
});

it('reaches past the length of a run that was shortened meanwhile', () => {
  expect(horizon(12, 5)).toBe(20);
});
