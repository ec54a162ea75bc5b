/** One run at a time over all tabs: starts, pauses and stops it, and passes its progress on. */
import type { EngineReport } from '../../engine/engineReport';
import { errorMessage } from '../../lib/errorMessage';
import type { Checkpoint } from '../../training/checkpoint';
import type { TrainProgress } from '../../worker/protocol';
import { engineInUse } from '../engine/engineInUse';
import type { EngineSelection } from '../engine/engineSelection';
import { notify } from '../shared/notices';
import type { TrainingState } from '../state';
import type { LossCurveData } from './lossPoints';
import { type RecoveryContext, type RunSpec, runWithRecovery } from './runWithRecovery';
import { RUN_ELSEWHERE, takeRunLock } from './tabLock';

export interface TrainingContext extends RecoveryContext {
  engineSelection: Pick<EngineSelection, 'ready'>;
  /** Called with every checkpoint. */
  onCheckpoint(checkpoint: Checkpoint): void;
}

export interface TrainingRun {
  /** Settles when the run has ended. Does nothing while another is active. */
  begin(run: RunSpec, curve?: LossCurveData): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Time limit of the last save, milliseconds: a storage that hangs must not block the next run. */
const LAST_SAVE_LIMIT = 15_000;

const NO_CURVE: LossCurveData = { points: [], stride: 1, seen: 0 };

export function trainingRun(context: TrainingContext): TrainingRun {
  const { store, training, trainer, lossPoints, engineSelection, autosave, onCheckpoint } = context;
  let stop: AbortController | undefined;
  /** Settles when the previous run is stored and other tabs may train. */
  let over = Promise.resolve();

  function follow(progress: TrainProgress, epochs: number, chosen: EngineReport): void {
    switch (progress.kind) {
      case 'preparing':
        training.preparing(progress.what);
        return;
      case 'ready':
        store.setState({
          summary: progress.summary,
          statistics: progress.statistics,
          engine: engineInUse(chosen, progress.engine),
        });
        return;
      case 'step': {
        const { kind, ...step } = progress;
        lossPoints.addStep(step.epoch - 1 + step.batch / step.batches, step.loss);
        training.stepTaken({ ...step, epochs });
        return;
      }
      case 'epoch': {
        const { record } = progress;
        lossPoints.addEpoch(record.epoch, record.trainingLoss, record.validationLoss);
        training.epochFinished(record);
        return;
      }
      case 'checkpoint':
        training.checkpointTaken(progress.checkpoint);
        onCheckpoint(progress.checkpoint);
        return;
      default:
        progress satisfies never;
    }
  }

  async function keep(run: RunSpec, { signal }: AbortController): Promise<void> {
    try {
      const engine = await engineSelection.ready();
      const { backend } = engine;
      const { epochs } = run.settings;
      const onProgress = (progress: TrainProgress): void => follow(progress, epochs, engine);
      const checkpoint = signal.aborted
        ? run.from
        : await runWithRecovery(context, run, { backend, signal, onProgress });
      training.finished(checkpoint);
    } catch (error) {
      training.failed(errorMessage(error));
    }
  }

  async function begin(run: RunSpec, curve = NO_CURVE): Promise<void> {
    const { training: before } = store.getState();
    if (!mayStart(before.phase)) return;
    const controller = new AbortController();
    stop = controller;
    training.starting(run.from);
    await over;
    const release = await takeRunLock();
    if (!release) {
      training.restored(before);
      notify(store, RUN_ELSEWHERE);
      return;
    }
    store.setState({ snippets: [], resumable: undefined });
    lossPoints.restore(curve, run.from?.history ?? []);
    await keep(run, controller);
    stop = undefined;
    // Otherwise its last save could overwrite a run that another tab starts.
    over = Promise.race([autosave.settled(), after(LAST_SAVE_LIMIT)]).then(release);
    await over;
  }

  return {
    begin,
    pause: () => {
      if (training.paused()) trainer.pause();
    },
    resume: () => {
      if (training.resumed()) trainer.resume();
    },
    stop: () => {
      if (!stop) return;
      training.stopping();
      stop.abort();
    },
  };
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export function mayStart(phase: TrainingState['phase']): boolean {
  return phase === 'idle' || phase === 'finished' || phase === 'failed';
}
