/** Runs a task for many calls at once, so that quick calls leave the page time to answer. */

export interface Throttled {
  /** Asks for a run within the interval. */
  call(): void;
  /** Runs at once, if a run was asked for. */
  now(): void;
}

/**
 * @param interval milliseconds from a call to the run that answers it. It begins with the first
 * call after a run, hence after the rendering that the run caused: a slow page runs less often.
 */
export function throttled(task: () => void, interval: number): Throttled {
  // A timer and not an animation frame: hidden pages get no frames.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    clearTimeout(timer);
    timer = undefined;
    task();
  };
  return {
    call: () => {
      timer ??= setTimeout(run, interval);
    },
    now: () => {
      if (timer !== undefined) run();
    },
  };
}
