/** Words of shared memory that fork and join the threads. */

export const CONTROL = {
  /** Number of forks: a change is the signal to start. */
  generation: 0,
  phase: 1,
  call: 2,
  /** Helpers that have not finished. */
  pending: 3,
  /** Helpers that failed. */
  failed: 4,
} as const;

export const CONTROL_BYTES = 64;

/** Start message of a helper. */
export interface HelperStart {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  control: SharedArrayBuffer;
  /** Thread number, from 1. */
  thread: number;
}

/** Reads of a word before a thread sleeps: some tens of microseconds. */
export const SPINS = 5000;

/** Returns once the word differs from `value`, or after `timeout` milliseconds. */
export function waitForChange(
  words: Int32Array<SharedArrayBuffer>,
  index: number,
  value: number,
  timeout: number,
): void {
  for (let i = 0; i < SPINS; i++) {
    if (Atomics.load(words, index) !== value) return;
  }
  Atomics.wait(words, index, value, timeout);
}
