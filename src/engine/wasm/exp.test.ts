import { afterAll, expect, test } from 'vitest';
import { disposeWasmKernels } from './engine';
import { prepareInNode } from './prepareInNode';

const engine = await prepareInNode();
afterAll(disposeWasmKernels);

function exp(values: Float32Array): Float32Array {
  const at = engine.heap.allocate(4 * values.length);
  engine.heap.floats(at, values.length).set(values);
  engine.exports.expArray(at, values.length);
  const result = engine.heap.floats(at, values.length).slice();
  engine.heap.free(at);
  return result;
}

test('exp is within its documented relative error', () => {
  const inputs = Float32Array.from({ length: 400_000 }, (_, i) => (-60 * i) / 400_000);
  const results = exp(inputs);
  let worst = 0;
  inputs.forEach((x, i) => {
    worst = Math.max(worst, Math.abs(results[i] / Math.exp(x) - 1));
  });
  expect(worst).toBeLessThan(3e-7);
});

test('exp is 1 at 0 and 0 far below, and NaN stays NaN', () => {
  const results = exp(Float32Array.of(0, -60.1, -1e30, Number.NaN));
  expect([...results]).toEqual([1, 0, 0, Number.NaN]);
});
