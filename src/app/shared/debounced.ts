/** Runs a task once things are quiet, or at once; never twice at a time. */
import { clamp } from '../../lib/clamp';

export interface Debounced {
  /** Something has changed. */
  call(): void;
  /** Nothing waits any longer: what has changed is dealt with now. */
  now(): void;
}

export interface Patience {
  /** Calls closer together than this belong together, milliseconds. */
  quiet: number;
  /** No call waits longer than this, however many follow it, milliseconds. */
  longest: number;
}

export function debounced(task: () => Promise<void>, { quiet, longest }: Patience): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest call that waits was made. */
  let since = 0;
  let queue = Promise.resolve();
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    queue = queue.then(task);
  };
  return {
    call: () => {
      if (timer === undefined) since = performance.now();
      clearTimeout(timer);
      const left = since + longest - performance.now();
      timer = setTimeout(now, clamp(left, 0, quiet));
    },
    now: () => {
      if (timer !== undefined) now();
    },
  };
}
