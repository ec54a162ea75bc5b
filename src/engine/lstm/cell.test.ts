import { afterAll, expect, test } from 'vitest';
import { relativeError } from '../testing/parity';
import { disposeWasmKernels } from '../wasm/engine';
import { createWasmCell } from '../wasm/lstmCell';
import { prepareInNode } from '../wasm/prepareInNode';
import { type CellWeights, createCell, type LstmCell } from './cell';
import { drawProblem } from './parityProblem';
import { type LstmSize, lstmForward } from './reference';

type Create = (weights: CellWeights, voices: number) => LstmCell;

const engine = await prepareInNode();
afterAll(disposeWasmKernels);

const implementations: [string, Create][] = [
  ['plain', createCell],
  ['WASM', (weights, voices) => createWasmCell(engine, weights, voices)],
];

const sizes: LstmSize[] = [
  { batch: 3, time: 6, units: 5, width: 7, columnClasses: [] },
  { batch: 1, time: 4, units: 257, width: 8, columnClasses: [] },
  { batch: 2, time: 5, units: 1, width: 2, columnClasses: [3, 4] },
  { batch: 5, time: 3, units: 33, width: 3, columnClasses: [88, 1, 12] },
];

for (const [name, create] of implementations) {
  test.each(sizes)(`${name} cell follows the reference step by step: %o`, (size) => {
    const problem = drawProblem(size, true, 23);
    const { batch, time, units, width, columnClasses } = size;
    const { input, kernel, recurrentKernel, bias } = problem;
    const expected = lstmForward(
      size,
      input,
      problem,
      { hidden: new Float64Array(batch * units), cell: new Float64Array(batch * units) },
      (length) => new Float64Array(length),
    );
    const weights = { units, kernel, recurrentKernel, bias };
    const cell = create(columnClasses.length > 0 ? { ...weights, columnClasses } : weights, batch);
    for (let t = 0; t < time; t++) {
      const voiceRow = (values: Float64Array, b: number): Float64Array =>
        values.subarray((b * time + t) * units, (b * time + t + 1) * units);
      const rows = Array.from({ length: batch * width }, (_, i) => {
        return input[(Math.floor(i / width) * time + t) * width + (i % width)];
      });
      cell.step(columnClasses.length > 0 ? Int32Array.from(rows) : Float32Array.from(rows));
      for (let b = 0; b < batch; b++) {
        const [from, to] = [b * units, (b + 1) * units];
        const hidden = voiceRow(expected.hidden, b);
        expect(relativeError(cell.hidden.subarray(from, to), hidden)).toBeLessThan(1e-5);
        const state = voiceRow(expected.cell, b);
        expect(relativeError(cell.cell.subarray(from, to), state)).toBeLessThan(1e-5);
      }
    }
  });

  test(`${name} cell copies and resets the state of single voices`, () => {
    const { kernel, recurrentKernel, bias } = drawProblem(
      { batch: 2, time: 1, units: 3, width: 2, columnClasses: [] },
      true,
      29,
    );
    const cell = create({ units: 3, kernel, recurrentKernel, bias }, 2);
    cell.step(Float32Array.of(1, 2, 3, 4));
    const [first, second] = [cell.hidden.slice(0, 3), cell.hidden.slice(3, 6)];
    expect(first).not.toEqual(second);
    cell.copyState(1, 0);
    expect(cell.hidden.slice(0, 3)).toEqual(second);
    cell.step(Float32Array.of(1, 2, 1, 2));
    expect(cell.hidden.slice(0, 3)).toEqual(cell.hidden.slice(3, 6));
    cell.reset(0);
    expect([...cell.hidden.slice(0, 3), ...cell.cell.slice(0, 3)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(cell.hidden.slice(3, 6)).not.toEqual(cell.hidden.slice(0, 3));
    cell.reset();
    expect(cell.cell.every((value) => value === 0)).toBe(true);
  });

  test(`${name} cell refuses what does not fit`, () => {
    const weights = {
      units: 2,
      kernel: new Float32Array(3 * 8),
      recurrentKernel: new Float32Array(16),
      bias: new Float32Array(8),
    };
    expect(() => create({ ...weights, units: 3 }, 1)).toThrow(RangeError);
    expect(() => create({ ...weights, columnClasses: [2] }, 1)).toThrow(RangeError);
    expect(() => create(weights, 1).step(new Float32Array(2))).toThrow(RangeError);
  });
}

test('a WASM cell frees its memory', () => {
  const { kernel, recurrentKernel, bias } = drawProblem(sizes[0], true, 1);
  const before = engine.heap.usedBytes;
  const cell = createWasmCell(engine, { units: 5, kernel, recurrentKernel, bias }, 3);
  expect(engine.heap.usedBytes).toBeGreaterThan(before);
  cell.dispose();
  expect(engine.heap.usedBytes).toBe(before);
});
