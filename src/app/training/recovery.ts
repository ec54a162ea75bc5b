/** What to do when a run fails: a table of decisions, without doing any of them. */
import { type BackendName, backendNames } from '../../engine/engineReport';
import { errorMessage } from '../../lib/errorMessage';
import { JobError, WorkerEndedError } from '../../worker/client';

/** Why an attempt ended. */
export type Failure =
  | { kind: 'engine'; reason: string }
  | { kind: 'diverged' }
  /** Nothing that trying again could mend. */
  | { kind: 'hopeless'; reason: string };

/** What a run has gone through. */
export interface Troubles {
  engineLosses: number;
  divergences: number;
}

export type Decision =
  /** Go on from the last checkpoint. */
  | (EngineSetting & { kind: 'again'; learningRate: number; message: string })
  | { kind: 'give up'; message: string };

export interface EngineSetting {
  backend: BackendName;
  /** At most so many; absent for as many as there are. */
  threads?: number;
}

export interface Attempt extends EngineSetting {
  learningRate: number;
  /** Epochs finished at the checkpoint that there is to go back to. */
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

/** @param troubles with the failure counted */
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

/** The first time may have been an accident; from the second on, the engine is not trusted. */
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

/** Helper threads may be what fails: without them the processor is still far from slow. */
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
