/**
 * Helper threads that the page makes for a worker. In Firefox 153 a worker that makes a worker while
 * the machine is busy may never get back from the constructor (5 of 21 tests with three browsers on
 * two cores; none of 32 with threads of the page).
 */
import { helperWorker, type MakeHelperThread } from '../engine/wasm/helperThread';
import type { Reply, Request } from './protocol';
import type { Port } from './serve';

/** In the worker: asks the page for each helper thread. */
export function helpersOfPage(port: Port): MakeHelperThread {
  let made = 0;
  const ask = (reply: Reply<never>): void => port.postMessage(reply);
  return ({ onReady, onFailed }) => {
    const helper = ++made;
    port.addEventListener('message', ({ data: request }) => {
      if (request.kind === 'helper ready' && request.helper === helper) onReady();
      if (request.kind === 'helper failed' && request.helper === helper) onFailed(request.reason);
    });
    return {
      start: (start) => ask({ kind: 'start helper', helper, start }),
      terminate: () => ask({ kind: 'end helper', helper }),
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
  const threads = new Map<number, ReturnType<MakeHelperThread>>();
  const tell = (request: Request): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data: reply }: MessageEvent<Reply<never>>) => {
    if (reply.kind === 'start helper') {
      const { helper, start } = reply;
      const thread = make({
        onReady: () => tell({ kind: 'helper ready', helper }),
        onFailed: (reason) => tell({ kind: 'helper failed', helper, reason }),
      });
      threads.set(helper, thread);
      thread.start(start);
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
