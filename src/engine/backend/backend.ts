/** Starts one tfjs backend and reports its device. The app chooses between backends. */
import * as tf from '@tensorflow/tfjs';
import { type BackendFacts, type BackendName, backendTitle } from '../engineReport';
import { startWasm } from './wasm';
import { startWebgl } from './webgl';

/**
 * Activates a backend of tfjs and verifies that it computes.
 * @param threads thread limit, for WASM. Default: every logical core, 8 at most
 * @throws {Error} with a plain sentence where the backend does not run here
 */
export async function startBackend(backend: BackendName, threads?: number): Promise<BackendFacts> {
  const facts = await start(backend, threads);
  if (!(await tf.setBackend(backend))) {
    throw new Error(`${backendTitle(backend)} could not be started.`);
  }
  await tf.ready();
  await proveArithmetic(backend);
  return facts;
}

function start(backend: BackendName, threads: number | undefined): Promise<BackendFacts> {
  switch (backend) {
    case 'webgl':
      return startWebgl();
    case 'wasm':
      return startWasm(threads);
    case 'cpu':
      return Promise.resolve({ backend, adapter: 'plain JavaScript', software: false, threads: 1 });
    default:
      return backend satisfies never;
  }
}

/** Verifies a known product: a backend that gets it wrong must not train. */
async function proveArithmetic(backend: BackendName): Promise<void> {
  const product = tf.tidy(() =>
    tf.matMul(
      tf.tensor2d([
        [1, 2],
        [3, 4],
      ]),
      tf.tensor2d([[5], [6]]),
    ),
  );
  const values = await product.data();
  product.dispose();
  if (Math.abs(values[0] - 17) > 0.01 || Math.abs(values[1] - 39) > 0.01) {
    throw new Error(`${backendTitle(backend)} computes wrong numbers on this machine.`);
  }
}
