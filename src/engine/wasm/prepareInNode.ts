/** Loads the WASM kernels, and tfjs's WASM backend, from disk: for tests in Node. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { prepareWasmKernels, type WasmEngine } from './engine';

/** Our kernels alone, on one thread: Node has no workers of the web's kind. */
export async function prepareInNode(): Promise<WasmEngine> {
  return prepareWasmKernels({
    threads: 1,
    load: (name) => readFile(new URL(`./generated/${name}.wasm`, import.meta.url)),
  });
}

/** Our kernels, with tfjs's 'wasm' backend active. */
export async function activateInNode(): Promise<WasmEngine> {
  const engine = await prepareInNode();
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(main), '/'));
  setThreadsCount(1);
  await tf.setBackend('wasm');
  return engine;
}
