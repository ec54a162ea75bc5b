/** Source of helper threads: workers made here, or wherever `makeHelperThreadsBy` says. */
import { t } from '../../texts/t';
import type { HelperStart } from './control';

export interface HelperThread {
  /** Sends the start message; called once. */
  start(message: HelperStart): void;
  terminate(): void;
}

export interface HelperEvents {
  /** It waits for the first fork. */
  onReady(): void;
  /** @param reason why it did not start, or has ended */
  onFailed(reason: string): void;
}

export type MakeHelperThread = (events: HelperEvents) => HelperThread;

/** A worker of the thread that calls this. */
export function helperWorker({ onReady, onFailed }: HelperEvents): HelperThread {
  const worker = new Worker(new URL('./helper.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', onReady);
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    // A script that does not load gives no reason.
    const { message: reason } = event;
    onFailed(reason ? t('engine.threadFailed', { reason }) : t('engine.threadNotStarted'));
  });
  return {
    start: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
}

let make: MakeHelperThread = helperWorker;

/** Replaces the source of all helper threads that are made from now on. */
export function makeHelperThreadsBy(source: MakeHelperThread): void {
  make = source;
}

export function makeHelperThread(events: HelperEvents): HelperThread {
  return make(events);
}
