import { afterEach, expect, test, vi } from 'vitest';
import { drawProblem } from '../lstm/parityProblem';
import { watchHelpers } from '../testing/watchHelpers';
import { prepareWasmKernels, type WasmEngine, wasmEngine } from './engine';
import { Arena } from './heap';
import { planForward, planSaved, THREAD_STRIDE } from './lstmPlan';

const size = { batch: 4, time: 3, units: 8, width: 2, columnClasses: [] };

/** Runs a forward pass and returns the last hidden states. */
function forward(engine: WasmEngine): Float32Array {
  const { heap } = engine;
  const arena = new Arena(heap);
  const problem = drawProblem(size, false, 3);
  const copy = (values: Float32Array | Int32Array): number => {
    const at = arena.allocate(4 * values.length);
    heap.floats(at, values.length).set(values);
    return at;
  };
  const records = planSaved(heap, arena, size, engine.threads, {
    training: false,
    inputGradient: false,
  });
  planForward(records, arena);
  const lastHiddenAt = arena.allocate(4 * size.batch * size.units);
  records.set({
    inputAt: copy(problem.input),
    kernelAt: copy(problem.kernel),
    recurrentAt: copy(problem.recurrentKernel),
    biasAt: copy(problem.bias),
    initialHiddenAt: copy(problem.hidden),
    initialCellAt: copy(problem.cell),
    lastHiddenAt,
    lastCellAt: arena.allocate(4 * size.batch * size.units),
  });
  engine.run('pack', records.at, records.progressAt, THREAD_STRIDE);
  engine.run('forward', records.at, records.progressAt, THREAD_STRIDE);
  const result = heap.floats(lastHiddenAt, size.batch * size.units).slice();
  arena.free();
  return result;
}

function errorOf(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  wasmEngine().dispose();
});

test('losing a helper is an error, and a restart recovers from it', async () => {
  const helpers = watchHelpers();
  const engine = await prepareWasmKernels({ threads: 3, stallLimit: 2000 });
  const expected = forward(engine);
  expect(helpers).toHaveLength(2);
  helpers[1].terminate();
  // A busy worker ends some seconds after `terminate`; until then its share is valid.
  const failure = await vi.waitUntil(
    () => errorOf(() => expect(forward(engine)).toEqual(expected)),
    { timeout: 30_000 },
  );
  expect(failure).toMatch(/helper thread .* lost/);
  expect(() => forward(engine)).toThrow(/disposed/);
  expect(() => wasmEngine()).toThrow(/prepareWasmKernels/);
  const restarted = await prepareWasmKernels({ threads: 3 });
  expect(forward(restarted)).toEqual(expected);
});

test('a helper that fails in its share is an error', async () => {
  const engine = await prepareWasmKernels({ threads: 2, stallLimit: 300 });
  // Far outside of the memory: every thread traps as it reads the record.
  expect(() => engine.run('forward', 0x7fff_0000, 0, 0)).toThrow();
  expect(engine.disposed).toBe(true);
  await prepareWasmKernels({ threads: 1 });
});

test('without threads there are no helpers', async () => {
  const helpers = watchHelpers();
  const engine = await prepareWasmKernels({ threads: 1 });
  expect(engine.threads).toBe(1);
  expect(helpers).toHaveLength(0);
});
