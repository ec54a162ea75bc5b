import { expect, it } from 'vitest';
import { DAMPING, damped } from './damper';

it('falls without a step from full amplitude to silence', () => {
  expect(damped(-1)).toBe(1);
  expect(damped(0)).toBe(1);
  expect(damped(DAMPING)).toBe(0);
  for (let at = 0; at < DAMPING; at += 1e-4) {
    const fall = damped(at) - damped(at + 1e-4);
    expect(fall).toBeGreaterThan(0);
    expect(fall).toBeLessThan(2e-3);
  }
});
