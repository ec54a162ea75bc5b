/** Test helper: the helper threads that this page makes. `vi.unstubAllGlobals` ends the watch. */
import { vi } from 'vitest';

/** Collects those that are started from now on. */
export function watchHelpers(): Worker[] {
  const started: Worker[] = [];
  const Original = globalThis.Worker;
  class Watched extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (String(url).includes('/helper')) started.push(this);
    }
  }
  vi.stubGlobal('Worker', Watched);
  return started;
}
