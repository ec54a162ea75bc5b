/** Peak speed of the micro-kernels, with all data in the first-level cache. */
import type { WasmEngine } from './engine';
import { MAX_ROWS } from './microkernelSource';
import { PANEL } from './panels';

const DEPTH = 256;
const REPEATS = 1000;
const ROUNDS = 20;

/** Best of several rounds on this thread, in floating-point operations a second. */
export function productPeak(engine: WasmEngine): number {
  const rows = engine.build.startsWith('relaxed') ? MAX_ROWS.fused : MAX_ROWS.separate;
  // Result, left factor and right factor, one after the other.
  const numbers = rows * PANEL + rows * DEPTH + DEPTH * PANEL;
  const at = engine.heap.allocate(4 * numbers);
  engine.heap.floats(at, numbers).fill(0.5);
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    engine.exports.repeatProduct(at, rows, DEPTH, REPEATS);
    const seconds = (performance.now() - start) / 1000;
    best = Math.max(best, (2 * rows * PANEL * DEPTH * REPEATS) / seconds);
  }
  engine.heap.free(at);
  return best;
}
