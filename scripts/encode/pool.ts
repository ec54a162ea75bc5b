/** Threads that encode batches; a new one is taken only when a thread is free. */
import { Worker } from 'node:worker_threads';
import { doneBefore } from './batch';
import type { FileBatch } from './batches';
import type { BatchReport, EncodeOptions } from './report';

type Take = (report: BatchReport, wasKept: boolean) => void;

export class EncodePool {
  readonly #options: EncodeOptions;
  readonly #take: Take;
  readonly #free: Worker[] = [];
  readonly #all: Worker[];
  readonly #running = new Set<Promise<void>>();

  /** @param take is called with each batch's report, and whether an earlier run left it */
  constructor(options: EncodeOptions, threads: number, take: Take) {
    this.#options = options;
    this.#take = take;
    const script = new URL('./worker.ts', import.meta.url);
    this.#all = Array.from({ length: threads }, () => new Worker(script, { workerData: options }));
    this.#free.push(...this.#all);
  }

  /** Resolves when a thread is free to begin. @throws what went wrong in a thread */
  async encode(batch: FileBatch): Promise<void> {
    const before = doneBefore(batch, this.#options);
    if (before) {
      this.#take(before, true);
      return;
    }
    while (this.#free.length === 0) await Promise.race(this.#running);
    const worker = this.#free.pop();
    if (!worker) return;
    const job = ask(worker, batch).then((report) => {
      this.#running.delete(job);
      this.#free.push(worker);
      this.#take(report, false);
    });
    this.#running.add(job);
  }

  async end(): Promise<void> {
    await Promise.all(this.#running);
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, batch: FileBatch): Promise<BatchReport> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', done);
      worker.off('error', failed);
    };
    const done = (report: BatchReport): void => {
      settle();
      resolve(report);
    };
    const failed = (error: Error): void => {
      settle();
      reject(error);
    };
    worker.on('message', done);
    worker.on('error', failed);
    worker.postMessage(batch);
  });
}
