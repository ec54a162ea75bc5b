/** Starts one tfjs backend and reports its device. The app chooses between backends. */
import * as tf from '@tensorflow/tfjs';
import { t } from '../../texts/t';
import { type BackendFacts, type BackendName, backendTitle } from '../engineReport';
import { startWasm } from './wasm';
import { startWebgl } from './webgl';

/**
 * Activates a backend of tfjs. Whether it computes correctly, `worker/trialSteps` finds out.
 * @param threads thread limit, for WASM. Default: every logical core, 8 at most
 * @throws {Error} with a plain sentence where the backend does not run here
 */
export async function startBackend(backend: BackendName, threads?: number): Promise<BackendFacts> {
  const facts = await start(backend, threads);
  if (!(await tf.setBackend(backend))) {
    throw new Error(t('engine.notStarted', { engine: backendTitle(backend) }));
  }
  await tf.ready();
  return facts;
}

function start(backend: BackendName, threads: number | undefined): Promise<BackendFacts> {
  switch (backend) {
    case 'webgl':
      return startWebgl();
    case 'wasm':
      return startWasm(threads);
    case 'cpu':
      return Promise.resolve({
        backend,
        adapter: t('engine.plainJavaScript'),
        software: false,
        threads: 1,
      });
    default:
      return backend satisfies never;
  }
}
