/** Test helper: the helper threads that this page makes. `vi.unstubAllGlobals` ends the watch. */
import { vi } from 'vitest';

export interface WatchedHelper extends Worker {
  ended: boolean;
}

/** Collects those that are started from now on. */
export function watchHelpers(): WatchedHelper[] {
  const started: WatchedHelper[] = [];
  const Original = globalThis.Worker;
  class Watched extends Original implements WatchedHelper {
    ended = false;

    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (String(url).includes('/helper')) started.push(this);
    }

    override terminate(): void {
      this.ended = true;
      super.terminate();
    }
  }
  vi.stubGlobal('Worker', Watched);
  return started;
}
