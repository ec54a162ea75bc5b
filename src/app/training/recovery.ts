/** Decisions after the failure of a run, as pure functions. */
import { type BackendName, backendNames } from '../../engine/engineReport';
import { errorMessage } from '../../lib/errorMessage';
import { JobError, WorkerEndedError } from '../../worker/client';

/** Why an attempt ended. */
export type Failure =
  | { kind: 'engine'; reason: string }
  | { kind: 'diverged' }
  /** A retry cannot help. */
  | { kind: 'hopeless'; reason: string };

/** Failures of a run so far. */
export interface Troubles {
  engineLosses: number;
  divergences: number;
}

export type Decision =
  /** Resume from the last checkpoint. */
  | (EngineSetting & { kind: 'again'; learningRate: number; message: string })
  | { kind: 'give up'; message: string };

export interface EngineSetting {
  backend: BackendName;
  /** Thread limit. Default: all cores. */
  threads?: number;
}

export interface Attempt extends EngineSetting {
  learningRate: number;
  /** Finished epochs at the last checkpoint. */
  epoch: number;
}

const MOST_DIVERGENCES = 3;

export function failureOf(error: unknown): Failure {
  const reason = errorMessage(error);
  if (error instanceof WorkerEndedError) return { kind: 'engine', reason };
  if (!(error instanceof JobError)) return { kind: 'hopeless', reason };
  switch (error.fault) {
    case 'diverged':
      return { kind: 'diverged' };
    case 'engine':
      return { kind: 'engine', reason };
    case undefined:
      return { kind: 'hopeless', reason };
    default:
      return error.fault satisfies never;
  }
}

/** @param troubles including this failure */
export function decide(failure: Failure, attempt: Attempt, troubles: Troubles): Decision {
  switch (failure.kind) {
    case 'engine':
      return afterEngineLoss(failure.reason, attempt, troubles);
    case 'diverged':
      return afterDivergence(attempt, troubles);
    case 'hopeless':
      return { kind: 'give up', message: failure.reason };
    default:
      return failure satisfies never;
  }
}

/** The first loss may be accidental; from the second on, the engine is replaced. */
function afterEngineLoss(
  reason: string,
  { backend, threads, learningRate, epoch }: Attempt,
  { engineLosses }: Troubles,
): Decision {
  const place = placeOf(epoch);
  if (engineLosses === 1) {
    const message = `${reason} Training goes on by itself from ${place}.`;
    return { kind: 'again', backend, threads, learningRate, message };
  }
  const fallback = fallbackOf({ backend, threads });
  if (!fallback) return { kind: 'give up', message: `${reason} No engine is left to go on with.` };
  const title = fallback.threads === 1 ? ONE_THREAD : TITLES[fallback.backend];
  const message = `${reason} Training goes on from ${place} on another engine: ${title}.`;
  return { kind: 'again', ...fallback, learningRate, message };
}

/** Helper threads may be the cause: one thread is still faster than the next engine. */
function fallbackOf({ backend, threads }: EngineSetting): EngineSetting | undefined {
  if (backend === 'wasm' && threads !== 1) return { backend, threads: 1 };
  const next = backendNames[backendNames.indexOf(backend) + 1];
  return next && { backend: next };
}

function afterDivergence(
  { backend, threads, learningRate, epoch }: Attempt,
  { divergences }: Troubles,
): Decision {
  if (divergences > MOST_DIVERGENCES) {
    const message = `The loss was no longer a number, even after the learning rate was halved ${MOST_DIVERGENCES} times, to ${learningRate}. Start with a much lower learning rate, or look at the pieces.`;
    return { kind: 'give up', message };
  }
  const halved = learningRate / 2;
  const message = `The loss was no longer a number. Training goes on from ${placeOf(epoch)} with half the learning rate, ${halved}.`;
  return { kind: 'again', backend, threads, learningRate: halved, message };
}

function placeOf(epoch: number): string {
  return epoch === 0 ? 'the last save' : `the last save, in epoch ${epoch + 1}`;
}

const ONE_THREAD = 'the processor, with one thread';

const TITLES: Record<BackendName, string> = {
  webgl: 'the graphics adapter',
  wasm: 'the processor',
  cpu: 'plain JavaScript, which is slow',
};
