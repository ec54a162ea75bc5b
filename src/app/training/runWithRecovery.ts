/**
 * Runs a training job with recovery: saves each checkpoint, and restarts from the last one when
 * the worker dies, the engine is lost or the loss is not a finite number.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BackendName } from '../../engine/engineReport';
import type { PresetId, TrainingSettings } from '../../model/preset';
import { RUN_FORMAT } from '../../storage/records';
import type { Checkpoint } from '../../training/checkpoint';
import type { TrainStart } from '../../training/start';
import type { WorkerClient } from '../../worker/client';
import type { TrainProgress } from '../../worker/protocol';
import { learntPiece } from '../library/learntSong';
import type { Piece } from '../library/libraryState';
import type { Autosave } from '../persistence/autosave';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import type { LossPoints } from './lossPoints';
import { decide, type EngineSetting, failureOf, type Troubles } from './recovery';
import type { TrainingTransitions } from './trainingState';

/** Everything a run needs to start or restart. */
export interface RunSpec {
  /** Differs for each run; the same when it is resumed. */
  id: string;
  preset: PresetId;
  settings: TrainingSettings;
  /** In the order that the split into training and validation goes by. */
  pieces: readonly Piece[];
  /** Checkpoint to resume from. Default: none, a new run. */
  from?: Checkpoint;
  /** What a new run starts from. Default: nothing. */
  start?: TrainStart;
  /** Id of the kept model that it starts from. Default: none, or unknown after resuming. */
  startedFrom?: string;
}

export interface RecoveryContext {
  store: StoreApi<AppState>;
  training: TrainingTransitions;
  trainer: WorkerClient;
  lossPoints: LossPoints;
  autosave: Autosave;
}

export interface RecoveryOptions {
  backend: BackendName;
  /** Aborted: the run ends after the current step. */
  signal: AbortSignal;
  onProgress(progress: TrainProgress): void;
}

/** Training time after which an earlier engine loss is forgotten, milliseconds. */
const TRUSTED_AFTER = 10 * 60 * 1000;

/** Time limit for a soft stop, milliseconds; then the worker is ended. */
const PATIENCE = 20_000;

/**
 * @returns the last checkpoint; undefined where the run was stopped before there was one
 * @throws {Error} with a plain sentence when no recovery is left
 */
export async function runWithRecovery(
  { store, training, trainer, lossPoints, autosave }: RecoveryContext,
  run: RunSpec,
  { backend: firstBackend, signal, onProgress }: RecoveryOptions,
): Promise<Checkpoint | undefined> {
  const troubles: Troubles = { engineLosses: 0, divergences: 0 };
  const pieces = run.pieces.map(learntPiece);
  let engine: EngineSetting = { backend: firstBackend };
  let lostAt = 0;
  let { settings, from } = run;
  let curve = lossPoints.snapshot();

  function keep(checkpoint: Checkpoint, finished: boolean): void {
    from = checkpoint;
    if (performance.now() - lostAt > TRUSTED_AFTER) troubles.engineLosses = 0;
    curve = lossPoints.snapshot();
    const { preset, epoch } = checkpoint;
    autosave.save({
      run: {
        id: run.id,
        format: RUN_FORMAT,
        preset,
        epoch,
        epochs: settings.epochs,
        finished,
        when: Date.now(),
        curve,
      },
      checkpoint,
      pieces: run.pieces,
    });
  }

  async function attempt(): Promise<Checkpoint> {
    const { backend, threads } = engine;
    const untried = backend !== firstBackend;
    const running = trainer.run(
      'train',
      {
        preset: run.preset,
        settings,
        pieces,
        backend,
        threads,
        untried,
        from,
        // A checkpoint holds the weights that followed from the start's.
        start: from ? undefined : run.start,
      },
      {
        signal,
        onProgress: (progress) => {
          onProgress(progress);
          if (progress.kind === 'ready') engine = { backend, threads: progress.engine.threads };
          if (progress.kind === 'checkpoint') keep(progress.checkpoint, false);
        },
      },
    );
    // A run that was lost while paused stays paused.
    if (store.getState().training.phase === 'paused') trainer.pause();
    const { checkpoint } = await running;
    keep(checkpoint, true);
    return checkpoint;
  }

  function goBack(message: string): void {
    const history = from?.history ?? [];
    lossPoints.restore(curve, history);
    training.rolledBack(history);
    notify(store, message);
  }

  /** Stored at once: a later resume must not start with the rate that diverged. */
  function lowerRate(learningRate: number): void {
    if (learningRate === settings.learningRate) return;
    settings = { ...settings, learningRate };
    if (from) keep({ ...from, settings }, false);
  }

  const endOverdue = setTimeoutAfter(signal, PATIENCE, () => trainer.end());
  try {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        // A stop was requested, so any failure ends the run with the last checkpoint.
        if (signal.aborted) {
          if (from) keep(from, true);
          return from;
        }
        const failure = failureOf(error);
        if (failure.kind === 'engine') {
          troubles.engineLosses++;
          lostAt = performance.now();
        }
        if (failure.kind === 'diverged') troubles.divergences++;
        const place = { ...engine, learningRate: settings.learningRate, epoch: from?.epoch ?? 0 };
        const decision = decide(failure, place, troubles);
        if (decision.kind === 'give up') throw new Error(decision.message);
        // A worker without its engine may hang; the next attempt starts a new one.
        trainer.end();
        engine = { backend: decision.backend, threads: decision.threads };
        goBack(decision.message);
        lowerRate(decision.learningRate);
      }
    }
  } finally {
    endOverdue.cancel();
  }
}

/** Calls `act` `milliseconds` after `signal` was aborted. */
function setTimeoutAfter(
  signal: AbortSignal,
  milliseconds: number,
  act: () => void,
): { cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    timer = setTimeout(act, milliseconds);
  };
  signal.addEventListener('abort', begin);
  return {
    cancel: () => {
      signal.removeEventListener('abort', begin);
      clearTimeout(timer);
    },
  };
}
