/** What composing computes with, note by note: on WASM where possible, else on plain arrays. */
import { createDense, type MakeDense } from './dense/denseLayer';
import { createCell, type MakeCell } from './lstm/cell';
import { createWasmDense } from './wasm/denseLayer';
import { prepareWasmKernels, wasmEngine, wasmKernelsReady } from './wasm/engine';
import { createWasmCell } from './wasm/lstmCell';

export interface ComposingKernels {
  makeCell: MakeCell;
  makeDense: MakeDense;
}

/** On plain arrays, available everywhere. */
export const plainKernels: ComposingKernels = { makeCell: createCell, makeDense: createDense };

/** Loads the WASM kernels if necessary, on one thread: one note is too little work to share. */
export async function fastestKernels(): Promise<ComposingKernels> {
  try {
    if (!wasmKernelsReady()) await prepareWasmKernels({ threads: 1 });
  } catch {
    // Without WASM or its SIMD plain arrays compose the same music, only slower.
    return plainKernels;
  }
  return {
    makeCell: (weights, voices) => createWasmCell(wasmEngine(), weights, voices),
    makeDense: (weights) => createWasmDense(wasmEngine(), weights),
  };
}
