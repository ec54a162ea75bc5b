/**
 * Helper threads on shared memory. One thread forks the same work to all and joins them; a helper
 * that fails, dies or makes no more progress makes the join fail.
 */

import { t } from '../../texts/t';
import { CONTROL, CONTROL_BYTES, type HelperStart, SPINS } from './control';
import { type HelperThread, makeHelperThread } from './helperThread';
import { StallWatch } from './stallWatch';

/** Milliseconds between checks of the helpers' progress while asleep. */
const LOOK_INTERVAL = 50;
const START_LIMIT = 20_000;

export class HelperPool {
  readonly #threads: HelperThread[] = [];
  readonly #words = new Int32Array(new SharedArrayBuffer(CONTROL_BYTES));
  readonly #memory: WebAssembly.Memory;
  readonly #stallLimit: number;
  readonly #canSleep = canSleep();
  #lost = false;
  #progressAt = 0;
  #stride = 0;

  private constructor(memory: WebAssembly.Memory, stallLimit: number) {
    this.#memory = memory;
    this.#stallLimit = stallLimit;
  }

  /** @throws Error when a helper does not start. */
  static async start(
    module: WebAssembly.Module,
    memory: WebAssembly.Memory,
    helpers: number,
    stallLimit: number,
  ): Promise<HelperPool> {
    const pool = new HelperPool(memory, stallLimit);
    const control = pool.#words.buffer;
    const starts = Array.from({ length: helpers }, (_, i) =>
      pool.#startHelper({ module, memory, control, thread: i + 1 }),
    );
    try {
      await Promise.all(starts);
    } catch (error) {
      pool.dispose();
      throw error;
    }
    return pool;
  }

  get helpers(): number {
    return this.#threads.length;
  }

  /** Wakes every helper for its share. `progressAt` and `stride` locate the progress counters. */
  fork(phase: number, call: number, progressAt: number, stride: number): void {
    if (this.#lost) throw lostError();
    this.#progressAt = progressAt;
    this.#stride = stride;
    const words = this.#words;
    Atomics.store(words, CONTROL.phase, phase);
    Atomics.store(words, CONTROL.call, call);
    Atomics.store(words, CONTROL.failed, 0);
    Atomics.store(words, CONTROL.pending, this.helpers);
    Atomics.add(words, CONTROL.generation, 1);
    Atomics.notify(words, CONTROL.generation);
  }

  /** Returns when every helper has done its share. @throws Error when one was lost. */
  join(): void {
    const words = this.#words;
    const watch = new StallWatch(this.#stallLimit, performance.now());
    for (;;) {
      for (let i = 0; i < SPINS && Atomics.load(words, CONTROL.pending) > 0; i++);
      const pending = Atomics.load(words, CONTROL.pending);
      if (pending === 0) break;
      if (this.#canSleep) Atomics.wait(words, CONTROL.pending, pending, LOOK_INTERVAL);
      const progress = this.#progress() - Atomics.load(words, CONTROL.pending);
      if (watch.look(progress, performance.now())) throw lostError();
    }
    if (Atomics.load(words, CONTROL.failed) > 0) throw lostError();
  }

  dispose(): void {
    for (const thread of this.#threads) thread.terminate();
  }

  #startHelper(start: HelperStart): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(t('engine.threadNotStarted'))), START_LIMIT);
      const thread = makeHelperThread({
        onReady: () => {
          clearTimeout(timer);
          resolve();
        },
        onFailed: (reason) => {
          clearTimeout(timer);
          this.#lost = true;
          reject(new Error(reason));
        },
      });
      this.#threads.push(thread);
      thread.start(start);
    });
  }

  #progress(): number {
    const counters = new Int32Array(this.#memory.buffer);
    let sum = 0;
    for (let helper = 1; helper <= this.helpers; helper++) {
      sum += Atomics.load(counters, (this.#progressAt + helper * this.#stride) / 4);
    }
    return sum;
  }
}

function lostError(): Error {
  return new Error(t('engine.threadLost'));
}

/** Whether this thread may sleep: a worker's may, a window's may not. */
function canSleep(): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
}
