/** The worker's side of the protocol: runs handlers, pauses and stops them, posts what they yield. */
import { errorMessage } from '../lib/errorMessage';
import { setLanguage } from '../texts/language';
import { faultOf } from '../training/trainingErrors';
import { holdForLife } from './livenessLock';
import { type Portion, rejoined } from './portions';
import type { Handlers, JobName, Reply, Request, StartMessage } from './protocol';

interface RunningJob {
  abort: AbortController;
  /** Settles when the job may take its next step; already settled unless paused. */
  gate: Promise<void>;
  open: () => void;
  paused: boolean;
  saveRequested: boolean;
  /** Whether the last progress was a checkpoint. */
  saved: boolean;
}

/** The part of a worker's global scope that serving needs; tests pass a `MessagePort`. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

export function serve(port: Port, handlers: Handlers): void {
  const running = new Map<number, RunningJob>();
  /** Pieces that came ahead of their jobs. */
  const ahead = new Map<number, Portion[]>();
  /** Settles once the page's language is loaded; a job starts after that. */
  let languageSet = Promise.resolve();

  const reply = <J extends JobName>(message: Reply<J>): void => port.postMessage(message);

  async function start<J extends JobName>(
    { id, job, input }: StartMessage<J>,
    portions: readonly Portion[],
  ): Promise<void> {
    const state: RunningJob = {
      abort: new AbortController(),
      gate: Promise.resolve(),
      open: () => {},
      paused: false,
      saveRequested: false,
      saved: false,
    };
    const takeSaveRequest = (): boolean => {
      const requested = state.saveRequested;
      state.saveRequested = false;
      return requested;
    };
    running.set(id, state);
    try {
      await languageSet;
      const steps = handlers[job](rejoined(portions, input), {
        signal: state.abort.signal,
        takeSaveRequest,
      });
      for (let next = await steps.next(); ; next = await steps.next()) {
        if (next.done) {
          reply<J>({ kind: 'done', id, output: next.value });
          return;
        }
        reply<J>({ kind: 'progress', id, progress: next.value });
        state.saved = isCheckpoint(next.value);
        if (!owesSave(state)) await state.gate;
      }
    } catch (error) {
      reply<J>({
        kind: 'failed',
        id,
        reason: errorMessage(error),
        fault: faultOf(error),
      });
    } finally {
      running.delete(id);
    }
  }

  port.addEventListener('message', ({ data: request }) => {
    if (request.kind === 'start') {
      const portions = ahead.get(request.id) ?? [];
      ahead.delete(request.id);
      void start(request, portions);
      return;
    }
    if (request.kind === 'ahead') {
      const { id, pieces } = request;
      ahead.set(id, [...(ahead.get(id) ?? []), pieces]);
      return;
    }
    if (request.kind === 'hold lock') {
      const { lock } = request;
      holdForLife(lock, () => reply({ kind: 'lock held', lock }));
      return;
    }
    if (request.kind === 'language') {
      // Without its texts the worker writes English.
      languageSet = setLanguage(request.language).catch(() => {});
      return;
    }
    // `pageHelpers` hears them.
    if (request.kind === 'helper ready' || request.kind === 'helper failed') return;
    const state = running.get(request.id);
    if (!state) return;
    switch (request.kind) {
      case 'abort':
        state.abort.abort();
        state.paused = false;
        state.open();
        return;
      case 'pause':
        state.paused = request.paused && !state.abort.signal.aborted;
        state.open();
        if (state.paused) close(state);
        return;
      case 'save':
        state.saveRequested = true;
        if (state.paused && owesSave(state)) {
          state.open();
          close(state);
        }
        return;
      default:
        request satisfies never;
    }
  });
}

/** Makes the job wait before its next step. */
function close(state: RunningJob): void {
  state.gate = new Promise((resolve) => {
    state.open = resolve;
  });
}

/** Whether even a paused job goes on, to the save that it was asked for. */
function owesSave({ saveRequested, saved }: RunningJob): boolean {
  return saveRequested && !saved;
}

function isCheckpoint(progress: object): boolean {
  return 'kind' in progress && progress.kind === 'checkpoint';
}
