/** Runs a task once calls have stopped for a while; `now` does not wait. */
import { clamp } from '../../lib/clamp';

export interface Debounced {
  /** Asks for a run. */
  call(): void;
  /** Starts a run that was asked for at once, even beside one in flight. */
  now(): void;
}

export interface Patience {
  /** Calls closer together than this share a run, milliseconds. */
  quiet: number;
  /** Longest wait of a call, however many follow it, milliseconds. */
  longest: number;
}

/** @param task reads what it works on when it starts; it never rejects */
export function debounced(task: () => Promise<void>, { quiet, longest }: Patience): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a run that is due waits for the one in flight. */
  let due = false;
  /** Time of the oldest call that waits. */
  let since = 0;
  let running = Promise.resolve();

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    due = false;
    running = Promise.all([running, task()]).then(() => undefined);
  }

  function startAfterRunning(): void {
    timer = undefined;
    due = true;
    void running.then(() => {
      if (due) start();
    });
  }

  return {
    call: () => {
      if (timer === undefined) since = performance.now();
      clearTimeout(timer);
      const left = since + longest - performance.now();
      timer = setTimeout(startAfterRunning, clamp(left, 0, quiet));
    },
    now: () => {
      if (timer !== undefined || due) start();
    },
  };
}
