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
  readonly #all: ChildProcess[] = [];
  readonly #free: ChildProcess[];
  readonly #running = new Set<Promise<void>>();

  /** @param take is called with each batch's report */
  constructor(options: EncodeOptions, processes: number, take: Take) {
    this.#options = options;
    this.#take = take;
    this.#free = Array.from({ length: processes }, () => this.#start());
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
    const job = this.#run(worker, batch).finally(() => this.#running.delete(job));
    this.#running.add(job);
  }

  async end(): Promise<void> {
    await Promise.all(this.#running);
    for (const worker of this.#all) if (worker.connected) worker.disconnect();
  }

  #start(): ChildProcess {
    const worker = fork(join(import.meta.dirname, 'worker.ts'));
    this.#all.push(worker);
    return worker;
  }

  /** A file that ends its process, such as by all its memory, costs itself alone. */
  async #run(first: ChildProcess, batch: FileBatch): Promise<void> {
    let [worker, { files }] = [first, batch];
    for (;;) {
      const end = await ask(worker, { ...batch, files }, this.#options);
      if ('failure' in end) throw new Error(end.failure);
      if ('report' in end) {
        this.#free.push(worker);
        this.#take(end.report, end.memory);
        return;
      }
      const { reading } = end;
      const ended = files.find(({ path }) => path === reading);
      if (!ended || ended.endedProcess) throw new Error('A process that encodes ended.');
      files = files.map((file) => (file === ended ? { ...file, endedProcess: true } : file));
      worker = this.#start();
    }
  }
}

type Answer = Exclude<WorkerAnswer, { reading: string }>;

/** @returns the answer, or the path of the file that was read when the process ended */
function ask(
  worker: ChildProcess,
  batch: FileBatch,
  options: EncodeOptions,
): Promise<Answer | { reading: string | undefined }> {
  return new Promise((resolve) => {
    let reading: string | undefined;
    const settle = (end: Answer | { reading: string | undefined }): void => {
      worker.off('message', hear);
      worker.off('exit', ended);
      resolve(end);
    };
    const hear = (answer: WorkerAnswer): void => {
      if ('reading' in answer) reading = answer.reading;
      else settle(answer);
    };
    const ended = (): void => settle({ reading });
    worker.on('message', hear);
    worker.on('exit', ended);
    worker.send({ batch, options });
  });
}
