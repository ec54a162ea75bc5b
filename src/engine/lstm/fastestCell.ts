/** The fastest cell for composing: on WASM, else on plain arrays. */

import { prepareWasmKernels, wasmEngine, wasmKernelsReady } from '../wasm/engine';
import { createWasmCell } from '../wasm/lstmCell';
import { createCell, type MakeCell } from './cell';

/** Loads the WASM kernels if necessary, on one thread: one note is too little work to share. */
export async function fastestCell(): Promise<MakeCell> {
  try {
    if (!wasmKernelsReady()) await prepareWasmKernels({ threads: 1 });
  } catch {
    // Without WASM or its SIMD the plain cell composes the same music, only slower.
    return createCell;
  }
  return (weights, voices) => createWasmCell(wasmEngine(), weights, voices);
}
