import { expect, it } from 'vitest';
import { SEED_STEP } from '../page/contestant';
import { flopsOfStep } from './work';

it('counts the multiply-adds of every product of a step', () => {
  // batch 1, time 1, 1 unit, 1 hidden: 4 gates of 9 inputs, twice, and 4 of 1; 89 weights, thrice.
  expect(flopsOfStep({ batch: 1, time: 1, units: 1, hidden: 1 })).toBe(2 * (36 + 36 + 4 + 3 * 89));
});

it('comes to 3.3 GFLOP for the Seed preset', () => {
  expect(flopsOfStep(SEED_STEP) / 1e9).toBeCloseTo(3.3, 1);
});
