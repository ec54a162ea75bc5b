/** Compares the answers of a kernel with those of a reference. */
import { expect } from 'vitest';

/** Every output and gradient, by name. */
export type Answers = Record<string, ArrayLike<number>>;

const TOLERANCE = 1e-4;

/** Largest difference, over the largest expected magnitude. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let magnitude = 1e-12;
  for (let i = 0; i < expected.length; i++) {
    // Math.max keeps a NaN.
    difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
    magnitude = Math.max(magnitude, Math.abs(expected[i]));
  }
  return difference / magnitude;
}

/** Expects all answers that have an expected value, within a relative error of 1e-4. */
export function expectParity(actual: Answers, expected: Answers): void {
  const errors = Object.keys(expected).map((name) => ({
    name,
    error: relativeError(actual[name] ?? [], expected[name]),
  }));
  // The negation also catches NaN.
  expect(errors.filter(({ error }) => !(error <= TOLERANCE))).toEqual([]);
}
