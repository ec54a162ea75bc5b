/** Matrix-product peak of one thread: the micro-kernels on data in the cache. */
import type { WasmEngine } from '../../src/engine/wasm/engine';
import { Arena } from '../../src/engine/wasm/heap';

const PANEL_COLUMNS = 8;
const PANEL_ROW_BYTES = 32;
const BATCH_MILLISECONDS = 10;

/** Rows and depths of the tested products; the best one counts. */
const SHAPES = [
  { rows: 60, depth: 64 },
  { rows: 60, depth: 128 },
  { rows: 60, depth: 256 },
  { rows: 30, depth: 256 },
] as const;

/** FLOP/s, two operations per multiply-add. */
export function peakOf(engine: WasmEngine, milliseconds: number): number {
  const rates = SHAPES.map((shape) => rateOf(engine, shape, milliseconds / SHAPES.length));
  return Math.max(...rates);
}

/** Rate of the fastest of many short batches, since other processes may use the machine too. */
function rateOf(
  { heap, exports }: WasmEngine,
  { rows, depth }: { rows: number; depth: number },
  milliseconds: number,
): number {
  const arena = new Arena(heap);
  const bytes = rows * PANEL_ROW_BYTES + 4 * rows * depth + depth * PANEL_ROW_BYTES;
  const at = arena.allocate(bytes);
  heap.floats(at, bytes / 4).fill(0.5);
  const product = 2 * rows * depth * PANEL_COLUMNS;
  const time = (times: number): number => {
    const began = performance.now();
    exports.repeatProduct(at, rows, depth, times);
    return performance.now() - began;
  };
  let times = 16;
  while (time(times) < BATCH_MILLISECONDS) times *= 2;
  let best = Infinity;
  const end = performance.now() + milliseconds;
  do best = Math.min(best, time(times));
  while (performance.now() < end);
  arena.free();
  return (product * times * 1000) / best;
}
