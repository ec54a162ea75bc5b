/** Chooses the engine by measurement, each candidate within a time limit. */
import { graphicsAdapterHere } from '../../engine/backend/graphicsAdapter';
import {
  type BackendName,
  backendNames,
  backendTitle,
  type EngineMeasurement,
  type EngineReport,
} from '../../engine/engineReport';
import { t } from '../../texts/t';
import { type TrialOutcome, type TrialTerms, tryEngine } from './engineTrial';

/** Time limit for two training steps of a candidate, milliseconds. */
const TIME_LIMIT = 6_000;
/** Second time limit, before a slower engine is taken: the machine may be busy. */
const LONGER_TIME_LIMIT = 20_000;
/** Time limit of a requested engine and of the last resort. */
const LAST_TIME_LIMIT = 60_000;

type Surroundings = Pick<TrialTerms, 'createWorker' | 'signal'>;

export interface Choice {
  report: EngineReport;
  /** Whether the next visit may reuse it: no time limit decided it. */
  lasting: boolean;
}

/**
 * Times every backend and picks the fastest.
 * @throws {Error} with plain sentences where none runs
 */
export async function measureEngines(surroundings: Surroundings): Promise<Choice> {
  const outcomes = new Map<BackendName, TrialOutcome>();
  const tryOut = async (backend: BackendName, limit: number): Promise<void> => {
    outcomes.set(backend, await tryEngine(backend, { ...surroundings, limit }));
    surroundings.signal.throwIfAborted();
  };
  // Software drawing is slower than the kernels on the same processor, and its trial takes seconds of
  // all cores, in which the page is to answer.
  const drawing = graphicsAdapterHere();
  if (drawing?.software) await tryOut('wasm', TIME_LIMIT);
  const [onProcessor] = measured(outcomes);
  if (drawing && onProcessor) {
    outcomes.set('webgl', {
      kind: 'failed',
      reason: t('engine.drawnBySoftware', { adapter: drawing.name }),
      timedOut: false,
    });
  } else {
    for (const backend of ['webgl', 'wasm'] as const) {
      if (!outcomes.has(backend)) await tryOut(backend, TIME_LIMIT);
    }
  }
  if (measured(outcomes).every(({ software }) => software)) {
    for (const [backend, outcome] of outcomes) {
      if (isTimeOut(outcome)) await tryOut(backend, LONGER_TIME_LIMIT);
    }
  }
  // Plain JavaScript is the slowest: tried only where nothing else runs.
  if (measured(outcomes).length === 0) await tryOut('cpu', LAST_TIME_LIMIT);

  const [best] = measured(outcomes);
  if (!best) {
    const reasons = reasonsAgainst(outcomes).map(
      ({ backend, reason }) => `${backendTitle(backend)}: ${reason}`,
    );
    throw new Error(`${t('engine.noneRuns')} ${reasons.join(' ')}`);
  }
  return {
    report: { ...best, rejectedBackends: reasonsAgainst(outcomes, best), forced: false },
    lasting: isLasting(best, outcomes),
  };
}

/**
 * Times a requested backend.
 * @throws {Error} with plain sentences where it does not run, or computes wrong numbers
 */
export async function measureEngine(
  backend: BackendName,
  surroundings: Surroundings,
): Promise<EngineReport> {
  const outcome = await tryEngine(backend, { ...surroundings, limit: LAST_TIME_LIMIT });
  if (outcome.kind === 'measured')
    return { ...outcome.measurement, rejectedBackends: [], forced: true };
  const refused = t('engine.cannotBeUsed', { engine: backendTitle(backend) });
  throw new Error(`${refused} ${outcome.reason} ${t('engine.chooseAnother')}`);
}

type Outcomes = ReadonlyMap<BackendName, TrialOutcome>;

/** Fastest first. */
function measured(outcomes: Outcomes): EngineMeasurement[] {
  return [...outcomes.values()]
    .flatMap((outcome) => (outcome.kind === 'measured' ? [outcome.measurement] : []))
    .sort((a, b) => b.notesPerSecond - a.notesPerSecond);
}

function isTimeOut(outcome: TrialOutcome | undefined): boolean {
  return outcome?.kind === 'failed' && outcome.timedOut;
}

function isLasting(best: EngineMeasurement, outcomes: Outcomes): boolean {
  const wasmRan = outcomes.get('wasm')?.kind === 'measured';
  // The machine may have been busy: the next visit measures again.
  if (best.backend === 'cpu' || (best.software && !wasmRan)) return false;
  if (isTimeOut(outcomes.get('wasm'))) return false;
  if (!isTimeOut(outcomes.get('webgl'))) return true;
  // Time would not have made software drawing faster than the kernels on the same processor.
  return wasmRan && graphicsAdapterHere()?.software === true;
}

function reasonsAgainst(
  outcomes: Outcomes,
  best?: EngineMeasurement,
): EngineReport['rejectedBackends'] {
  return backendNames.flatMap((backend) => {
    if (backend === best?.backend) return [];
    return [{ backend, reason: reasonAgainst(outcomes.get(backend), best) }];
  });
}

function reasonAgainst(outcome: TrialOutcome | undefined, best?: EngineMeasurement): string {
  switch (outcome?.kind) {
    case undefined:
      return t('engine.onlyLastResort');
    case 'failed':
      return outcome.reason;
    case 'measured': {
      const { adapter, notesPerSecond } = outcome.measurement;
      const share = Math.round((100 * notesPerSecond) / (best?.notesPerSecond ?? notesPerSecond));
      return t('engine.slower', { adapter, share });
    }
    default:
      return outcome satisfies never;
  }
}
