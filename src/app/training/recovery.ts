/** Decisions after the failure of a run, as pure functions. */
import { type BackendName, backendNames } from '../../engine/engineReport';
import { errorMessage } from '../../lib/errorMessage';
import type { TextKey } from '../../texts/catalogue';
import { t } from '../../texts/t';
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
  if (engineLosses === 1) {
    const message = `${reason} ${t('run.goesOnItself', { epoch: saveIn(epoch) })}`;
    return { kind: 'again', backend, threads, learningRate, message };
  }
  const fallback = fallbackOf({ backend, threads });
  if (!fallback) return { kind: 'give up', message: `${reason} ${t('run.noEngineLeft')}` };
  const engine = t(fallback.threads === 1 ? 'engine.oneThread' : TITLES[fallback.backend]);
  const goesOn = t('run.goesOnElsewhere', { epoch: saveIn(epoch), engine });
  return { kind: 'again', ...fallback, learningRate, message: `${reason} ${goesOn}` };
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
    const message = t('run.halvedInVain', { count: MOST_DIVERGENCES, rate: learningRate });
    return { kind: 'give up', message };
  }
  const halved = learningRate / 2;
  const message = t('run.halved', { epoch: saveIn(epoch), rate: halved });
  return { kind: 'again', backend, threads, learningRate: halved, message };
}

/** The epoch, from 1, in which the last save lies; 0 for the one before the first epoch's end. */
function saveIn(epoch: number): number {
  return epoch === 0 ? 0 : epoch + 1;
}

const TITLES = {
  webgl: 'engine.graphicsAdapter',
  wasm: 'engine.processor',
  cpu: 'engine.slowJavaScript',
} as const satisfies Record<BackendName, TextKey>;
