import { beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../music/random';
import { createDense } from '../dense/denseLayer';
import { createWasmDense } from './denseLayer';
import type { WasmEngine } from './engine';
import { prepareInNode } from './prepareInNode';

let engine: WasmEngine;
beforeAll(async () => {
  engine = await prepareInNode();
});

function uniform(count: number, random: Random): Float32Array {
  return Float32Array.from({ length: count }, () => 2 * random.next() - 1);
}

describe('dense layer', () => {
  for (const [inputs, outputs] of [
    [1, 1],
    [3, 2],
    [16, 2],
    [257, 88],
    [256, 128],
    [400, 177],
  ]) {
    it(`${inputs} inputs, ${outputs} outputs: WASM and plain arrays agree`, () => {
      const random = Random.fromSeed(inputs);
      const weights = { kernel: uniform(inputs * outputs, random), bias: uniform(outputs, random) };
      const plain = createDense(weights);
      const wasm = createWasmDense(engine, weights);
      for (let round = 0; round < 3; round++) {
        const input = uniform(inputs, random);
        const expected = plain(input);
        const found = wasm(input);
        expect(found.length).toBe(outputs);
        found.forEach((value, i) => {
          expect(value).toBeCloseTo(expected[i], 4);
        });
      }
    });
  }

  it('rejects a kernel that does not fit the bias', () => {
    const weights = { kernel: new Float32Array(7), bias: new Float32Array(2) };
    expect(() => createWasmDense(engine, weights)).toThrow('7 weights do not fit 2 outputs');
  });
});
