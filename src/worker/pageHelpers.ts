/**
 * Helper threads that the page makes for a worker. In Firefox 153 a worker that makes a worker while
 * the machine is busy may never get back from the constructor (5 of 21 tests with three browsers on
 * two cores; none of 32 with threads of the page).
 */
import {
  type HelperEvents,
  type HelperThread,
  helperWorker,
  type MakeHelperThread,
} from '../engine/wasm/helperThread';
import { errorMessage } from '../lib/errorMessage';
import { t } from '../texts/t';
import type { Reply, Request } from './protocol';
import type { Port } from './serve';

/** In the worker: asks the page for each helper thread. */
export function helpersOfPage(port: Port): MakeHelperThread {
  /** Of the threads that have not been ended: what they hold may be freed then. */
  const events = new Map<number, HelperEvents>();
  let made = 0;
  const ask = (reply: Reply<never>): void => port.postMessage(reply);
  port.addEventListener('message', ({ data: request }) => {
    if (request.kind === 'helper ready') events.get(request.helper)?.onReady();
    if (request.kind === 'helper failed') events.get(request.helper)?.onFailed(request.reason);
  });
  return (heard) => {
    const helper = ++made;
    events.set(helper, heard);
    return {
      start: (start) => ask({ kind: 'start helper', helper, start }),
      terminate: () => {
        events.delete(helper);
        ask({ kind: 'end helper', helper });
      },
    };
  };
}

/** The page's side of a worker. */
interface WorkerPort {
  postMessage(request: Request): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Reply<never>>) => void): void;
}

/**
 * On the page: makes the helper threads that a worker asks for.
 * @param make replaceable in tests
 * @returns ends them all
 */
export function makeHelpersFor(
  worker: WorkerPort,
  make: MakeHelperThread = helperWorker,
): () => void {
  const threads = new Map<number, HelperThread>();
  const tell = (request: Request): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data: reply }: MessageEvent<Reply<never>>) => {
    if (reply.kind === 'start helper') {
      const { helper, start } = reply;
      const onFailed = (reason: string): void => tell({ kind: 'helper failed', helper, reason });
      try {
        const thread = make({ onReady: () => tell({ kind: 'helper ready', helper }), onFailed });
        threads.set(helper, thread);
        thread.start(start);
      } catch (error) {
        onFailed(t('engine.threadFailed', { reason: errorMessage(error) }));
      }
    }
    if (reply.kind === 'end helper') {
      threads.get(reply.helper)?.terminate();
      threads.delete(reply.helper);
    }
  });
  return () => {
    for (const thread of threads.values()) thread.terminate();
    threads.clear();
  };
}
