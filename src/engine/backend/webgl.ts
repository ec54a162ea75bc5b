/** The WebGL backend in a worker, on an OffscreenCanvas. */
import '@tensorflow/tfjs-backend-webgl';
import type { BackendFacts } from '../engineReport';
import { findGraphicsAdapter } from './graphicsAdapter';

/**
 * @throws {Error} with a plain sentence where there is no WebGL 2 for workers
 */
export async function startWebgl(): Promise<BackendFacts> {
  const { name, software } = findGraphicsAdapter();
  return { backend: 'webgl', adapter: name, software, threads: 1 };
}
