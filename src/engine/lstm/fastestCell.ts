/** The cell to compose with: on WASM where that runs, else on plain arrays. */

import { prepareWasmKernels, wasmEngine, wasmKernelsReady } from '../wasm/engine';
import { createWasmCell } from '../wasm/lstmCell';
import { createCell, type MakeCell } from './cell';

/** Loads the WASM kernels if need be, on this thread alone: a note is too short to be shared. */
export async function fastestCell(): Promise<MakeCell> {
  try {
    if (!wasmKernelsReady()) await prepareWasmKernels({ threads: 1 });
  } catch {
    // Without WASM or its SIMD the plain cell composes the same music, only slower.
    return createCell;
  }
  return (weights, voices) => createWasmCell(wasmEngine(), weights, voices);
}
