import { afterAll, expect, test } from 'vitest';
import { disposeWasmKernels } from './engine';
import { prepareInNode } from './prepareInNode';

const engine = await prepareInNode();
afterAll(disposeWasmKernels);

/** Dense around zero, where relative error is hardest, and out to where both are flat. */
const inputs = Float32Array.from({ length: 400_000 }, (_, i) => {
  const x = (i - 200_000) / 200_000;
  return x ** 3 * 30;
});

function apply(name: 'tanhArray' | 'sigmoidArray', values: Float32Array): Float32Array {
  const at = engine.heap.allocate(4 * values.length);
  engine.heap.floats(at, values.length).set(values);
  engine.exports[name](at, values.length);
  const result = engine.heap.floats(at, values.length).slice();
  engine.heap.free(at);
  return result;
}

test('tanh is within its documented relative error and never beyond one', () => {
  const results = apply('tanhArray', inputs);
  let worst = 0;
  let largest = 0;
  inputs.forEach((x, i) => {
    const truth = Math.tanh(x);
    if (truth !== 0) worst = Math.max(worst, Math.abs(results[i] / truth - 1));
    largest = Math.max(largest, Math.abs(results[i]));
  });
  expect(worst).toBeLessThan(6e-7);
  expect(largest).toBe(1);
});

test('sigmoid is within its documented absolute error', () => {
  const results = apply('sigmoidArray', inputs);
  let worst = 0;
  inputs.forEach((x, i) => {
    worst = Math.max(worst, Math.abs(results[i] - 1 / (1 + Math.exp(-x))));
  });
  expect(worst).toBeLessThan(3e-7);
});

test('infinities saturate and NaN stays NaN', () => {
  const extremes = Float32Array.of(0, Infinity, -Infinity, Number.NaN);
  const [tanhs, sigmoids] = [apply('tanhArray', extremes), apply('sigmoidArray', extremes)];
  expect(tanhs[0]).toBe(0);
  expect(tanhs[1]).toBeCloseTo(1, 6);
  expect(tanhs[2]).toBeCloseTo(-1, 6);
  expect(tanhs[3]).toBeNaN();
  expect(sigmoids[0]).toBe(0.5);
  expect(sigmoids[1]).toBeCloseTo(1, 6);
  expect(sigmoids[2]).toBeCloseTo(0, 6);
  expect(sigmoids[3]).toBeNaN();
});
