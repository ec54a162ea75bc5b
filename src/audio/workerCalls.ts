/** Requests to a worker that answers each of them once, in their order. */

interface Pending<Answer> {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

export class WorkerCalls<Request, Answer> {
  readonly #worker: Worker;
  readonly #pending: Pending<Answer>[] = [];

  /** @param stopped why calls fail once the worker has failed */
  constructor(worker: Worker, stopped: () => string) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#pending.shift()?.resolve(data);
    });
    for (const event of ['error', 'messageerror'] as const) {
      worker.addEventListener(event, () => this.#fail(stopped()));
    }
  }

  ask(request: Request, transfer: Transferable[] = []): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ resolve, reject });
      this.#worker.postMessage(request, transfer);
    });
  }

  /** Ends the worker; what is pending fails. */
  close(): void {
    this.#worker.terminate();
    this.#fail('The sound file was cancelled.');
  }

  #fail(reason: string): void {
    for (const { reject } of this.#pending.splice(0)) reject(new Error(reason));
  }
}
