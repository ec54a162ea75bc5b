import { afterAll, expect, test } from 'vitest';
import { disposeWasmKernels } from './engine';
import { productPeak } from './peak';
import { prepareInNode } from './prepareInNode';

afterAll(disposeWasmKernels);

test('the measured product is right and frees its memory', async () => {
  const engine = await prepareInNode();
  expect(productPeak(engine)).toBeGreaterThan(0);
  expect(engine.heap.usedBytes).toBe(0);
  const at = engine.heap.allocate(4 * (16 + 2 * 24 + 24 * 8));
  engine.heap.floats(at, 16 + 2 * 24 + 24 * 8).fill(0.5);
  engine.exports.repeatProduct(at, 2, 24, 3);
  expect([...engine.heap.floats(at, 16)]).toEqual(new Array(16).fill(6));
  engine.heap.free(at);
});
