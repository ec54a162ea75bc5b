/**
 * The main thread's side of a worker: starts it when first needed, runs jobs in it, and settles
 * every promise even if the worker dies.
 */
import { currentLanguage, onLanguageChange } from '../texts/language';
import { t } from '../texts/t';
import { nextTask } from '../training/nextTask';
import type { Fault } from '../training/trainingErrors';
import { waitForDeath } from './livenessLock';
import { makeHelpersFor } from './pageHelpers';
import { type Portion, portioned } from './portions';
import type { JobName, Jobs, Reply, Request, StartMessage } from './protocol';

export interface JobOptions<J extends JobName> {
  /** Soft stop: the job ends after its current step and resolves with the result so far. */
  signal?: AbortSignal;
  onProgress?: (progress: Jobs[J]['progress']) => void;
}

/** The job was ended together with its worker. */
export class WorkerEndedError extends Error {}

/** The job failed in its worker. */
export class JobError extends Error {
  /** Absent where a retry cannot help. */
  readonly fault: Fault | undefined;

  constructor(reason: string, fault: Fault | undefined) {
    super(reason);
    this.fault = fault;
  }
}

export class WorkerClient {
  readonly #create: () => Worker;
  #worker: Worker | undefined;
  #unfollowLanguage = (): void => {};
  #endHelpers = (): void => {};
  #lastId = 0;
  readonly #rejectPending = new Map<number, (error: Error) => void>();

  /** @param create makes the worker; called again after each `end` or crash */
  constructor(create: () => Worker) {
    this.#create = create;
  }

  /**
   * Runs one job.
   * @throws {WorkerEndedError} when the worker was ended or died
   * @throws {JobError} with a plain sentence when the job failed
   */
  run<J extends JobName>(
    job: J,
    input: Jobs[J]['input'],
    { signal, onProgress }: JobOptions<J> = {},
  ): Promise<Jobs[J]['output']> {
    const worker = this.#start();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const abort = (): void => post(worker, { kind: 'abort', id });
      const settle = (): void => {
        worker.removeEventListener('message', receive);
        signal?.removeEventListener('abort', abort);
        this.#rejectPending.delete(id);
      };
      const receive = (event: MessageEvent<Reply<J>>): void => {
        const reply = event.data;
        if (!('id' in reply) || reply.id !== id) return;
        switch (reply.kind) {
          case 'progress':
            onProgress?.(reply.progress);
            return;
          case 'done':
            settle();
            resolve(reply.output);
            return;
          case 'failed':
            settle();
            reject(new JobError(reply.reason, reply.fault));
            return;
          default:
            reply satisfies never;
        }
      };
      this.#rejectPending.set(id, (error) => {
        settle();
        reject(error);
      });
      worker.addEventListener('message', receive);
      const { ahead, last } = portioned(input);
      const start = (): void => {
        const message: StartMessage<J> = { kind: 'start', id, job, input: last };
        worker.postMessage(message);
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) abort();
      };
      if (ahead.length === 0) start();
      else void this.#sendAhead(worker, id, ahead).then((arrived) => arrived && start());
    });
  }

  /** One portion a task, so that the page answers between them. @returns false once it was ended */
  async #sendAhead(worker: Worker, id: number, ahead: readonly Portion[]): Promise<boolean> {
    for (const pieces of ahead) {
      if (!this.#rejectPending.has(id)) return false;
      post(worker, { kind: 'ahead', id, pieces });
      await nextTask();
    }
    return this.#rejectPending.has(id);
  }

  /** Pauses every running job between two steps. */
  pause(): void {
    this.#setPaused(true);
  }

  /** Resumes every paused job. */
  resume(): void {
    this.#setPaused(false);
  }

  /** Asks every running job to save after its current step. */
  requestSave(): void {
    if (!this.#worker) return;
    for (const id of this.#rejectPending.keys()) post(this.#worker, { kind: 'save', id });
  }

  /** Hard: ends the worker at once and rejects what it was doing; the next job starts a new one. */
  end(reason = t('run.workCancelled')): void {
    this.#unfollowLanguage();
    this.#endHelpers();
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const reject of [...this.#rejectPending.values()]) reject(new WorkerEndedError(reason));
  }

  #setPaused(paused: boolean): void {
    if (!this.#worker) return;
    for (const id of this.#rejectPending.keys()) post(this.#worker, { kind: 'pause', id, paused });
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#create();
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      const { message: reason } = event;
      this.end(reason ? t('run.workerStopped', { reason }) : t('run.workerNotLoaded'));
    });
    worker.addEventListener('messageerror', () => {
      this.end(t('run.workerUnread'));
    });
    this.#endHelpers = makeHelpersFor(worker);
    this.#followLanguage(worker);
    this.#watchLiveness(worker);
    this.#worker = worker;
    return worker;
  }

  /** The worker's sentences are in the page's language; it starts in English. */
  #followLanguage(worker: Worker): void {
    const tell = (): void => post(worker, { kind: 'language', language: currentLanguage() });
    if (currentLanguage() !== 'en') tell();
    this.#unfollowLanguage = onLanguageChange(tell);
  }

  /** A worker may die without an error event: its released lock reveals it. */
  #watchLiveness(worker: Worker): void {
    worker.addEventListener('message', ({ data: reply }: MessageEvent<Reply<JobName>>) => {
      if (reply.kind !== 'lock held') return;
      waitForDeath(reply.lock, () => {
        if (this.#worker === worker) this.end(t('run.workerLost'));
      });
    });
    const name = crypto.getRandomValues(new Uint32Array(4)).join('-');
    post(worker, { kind: 'hold lock', lock: `etude.worker.${name}` });
  }
}

function post(worker: Worker, request: Request): void {
  worker.postMessage(request);
}
