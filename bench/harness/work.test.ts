import { expect, it } from 'vitest';
import { SEED_STEP } from '../page/candidate';
import { flopsOfStep } from './work';

it('counts the multiply-adds of every product of a step', () => {
  // Batch 1, 1 unit, 1 hidden: 4 gates of 8 inputs, twice; 89 weights, three times.
  const first = 2 * (32 + 32 + 3 * 89);
  expect(flopsOfStep({ batch: 1, time: 1, units: 1, hidden: 1 })).toBe(first);
  // The hidden state before a second time step is multiplied three times.
  const second = 2 * (32 + 32 + 3 * 4);
  expect(flopsOfStep({ batch: 1, time: 2, units: 1, hidden: 1 })).toBe(first + second);
});

it('gives 3.2 GFLOP for the Classic preset', () => {
  expect(flopsOfStep(SEED_STEP) / 1e9).toBeCloseTo(3.2, 1);
});
