/** Processes that encode batches; a batch is taken only when one is free. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { doneBefore } from './batch';
import type { FileBatch } from './batches';
import type { BatchReport, EncodeOptions, WorkerAnswer } from './report';

/** @param memory of the process that encoded it, bytes. Default: an earlier run left the report. */
type Take = (report: BatchReport, memory?: number) => void;

export class EncodePool {
  readonly #options: EncodeOptions;
  readonly #take: Take;
  readonly #free: ChildProcess[];
  readonly #all: readonly ChildProcess[];
  readonly #running = new Set<Promise<void>>();

  /** @param take is called with each batch's report */
  constructor(options: EncodeOptions, processes: number, take: Take) {
    this.#options = options;
    this.#take = take;
    const script = join(import.meta.dirname, 'worker.ts');
    this.#all = Array.from({ length: processes }, () => fork(script));
    this.#free = [...this.#all];
  }

  /** Resolves when the batch has a process. @throws what went wrong in one */
  async encode(batch: FileBatch): Promise<void> {
    const before = doneBefore(batch, this.#options);
    if (before) {
      this.#take(before);
      return;
    }
    while (this.#free.length === 0) await Promise.race(this.#running);
    const worker = this.#free.pop();
    if (!worker) return;
    const job = ask(worker, batch, this.#options).then((answer) => {
      this.#running.delete(job);
      if ('failure' in answer) throw new Error(answer.failure);
      this.#free.push(worker);
      this.#take(answer.report, answer.memory);
    });
    this.#running.add(job);
  }

  async end(): Promise<void> {
    await Promise.all(this.#running);
    for (const worker of this.#all) worker.disconnect();
  }
}

function ask(
  worker: ChildProcess,
  batch: FileBatch,
  options: EncodeOptions,
): Promise<WorkerAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: WorkerAnswer): void => {
      worker.off('message', settle);
      worker.off('exit', ended);
      resolve(answer);
    };
    const ended = (): void => settle({ failure: 'A process that encodes ended.' });
    worker.on('message', settle);
    worker.on('exit', ended);
    worker.send({ batch, options });
  });
}
