/** A worker for tests, in the same thread, and handlers for the jobs that a test does not run. */
import type { Handlers, Request } from '../protocol';
import { serve } from '../serve';

/** A worker that is a message channel to handlers in this thread. */
export class ChannelWorker extends EventTarget implements Worker {
  readonly #port: MessagePort;
  terminated = false;
  /** Everything that was sent to it, in order. */
  readonly received: Request[] = [];
  onmessage = null;
  onmessageerror = null;
  onerror = null;

  constructor(handlers: Handlers) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent('message', { data }));
    serve(port2, handlers);
    port2.start();
  }

  postMessage(message: Request): void {
    this.received.push(message);
    this.#port.postMessage(message);
  }

  terminate(): void {
    this.terminated = true;
    this.#port.close();
  }
}

async function* unused(): AsyncGenerator<never, never, void> {
  throw new Error('This job is not part of the test.');
}

export const noHandlers: Handlers = {
  import: unused,
  survey: unused,
  kit: unused,
  probe: unused,
  train: unused,
  compose: unused,
  recompose: unused,
};
