/** Gradients by differences of a function's values: slow, and independent of any formula. */
import type { Floats } from '../floats';

const STEP = 1e-5;

/** Central differences of `evaluate` in each of `values`, which are restored. */
export function finiteDifferences(values: Floats, evaluate: () => number): Float64Array {
  return Float64Array.from({ length: values.length }, (_, i) => {
    const value = values[i];
    values[i] = value + STEP;
    const above = evaluate();
    values[i] = value - STEP;
    const below = evaluate();
    values[i] = value;
    return (above - below) / (2 * STEP);
  });
}
