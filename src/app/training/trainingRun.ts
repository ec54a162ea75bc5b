/** One run at a time over all tabs: starts, pauses and stops it, and passes its progress on. */
import type { EngineReport } from '../../engine/engineReport';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import type { TrainProgress } from '../../worker/protocol';
import { engineInUse } from '../engine/engineInUse';
import type { EngineSelection } from '../engine/engineSelection';
import { notify } from '../shared/notices';
import { type EndContext, endRun, takesOver } from './endRun';
import type { LossCurveData } from './lossPoints';
import type { TrainingState } from './runState';
import { type RecoveryContext, type RunSpec, runWithRecovery } from './runWithRecovery';
import { takeRunLock } from './tabLock';

export interface TrainingContext extends RecoveryContext, EndContext {
  engineSelection: Pick<EngineSelection, 'ready'>;
  /** Called with every checkpoint. */
  onCheckpoint(checkpoint: Checkpoint): void;
  /** Keeps the model of an interrupted run before this one takes its place in storage. */
  rescue(run: RunSpec): Promise<void>;
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
  /** Settles when the model of the run that has ended is stored. */
  let storing = Promise.resolve();

  function follow(progress: TrainProgress, run: RunSpec, chosen: EngineReport): void {
    switch (progress.kind) {
      case 'preparing':
        training.preparing(progress.what);
        return;
      case 'ready':
        training.referenceKnown(progress.statistics.frequencyLoss);
        store.setState({
          summary: progress.summary,
          engine: engineInUse(chosen, progress.engine),
        });
        return;
      case 'step': {
        const { kind, ...step } = progress;
        lossPoints.addStep(step.epoch - 1 + step.batch / step.batches, step.loss);
        training.stepTaken({ ...step, epochs: run.settings.epochs });
        return;
      }
      case 'epoch': {
        const { record } = progress;
        lossPoints.addEpoch(record.epoch, record.trainingLoss, record.validationLoss);
        training.epochFinished(record);
        return;
      }
      case 'checkpoint': {
        const { checkpoint } = progress;
        if (takesOver(store.getState(), run, checkpoint)) training.checkpointTaken(checkpoint);
        onCheckpoint(checkpoint);
        return;
      }
      default:
        progress satisfies never;
    }
  }

  async function train(
    run: RunSpec,
    { signal }: AbortController,
    earlier: TrainingState,
  ): Promise<void> {
    let latest = run.from;
    try {
      const engine = await engineSelection.ready();
      const { backend } = engine;
      const onProgress = (progress: TrainProgress): void => {
        if (progress.kind === 'checkpoint') latest = progress.checkpoint;
        follow(progress, run, engine);
      };
      if (!signal.aborted) {
        latest = await runWithRecovery(context, run, { backend, signal, onProgress });
      }
      const stopped = signal.aborted && (latest?.epoch ?? 0) < run.settings.epochs;
      const saved = autosave.settled();
      storing = endRun(context, { run, checkpoint: latest, earlier, stopped, saved });
    } catch (error) {
      const saved = autosave.settled();
      const failure = errorMessage(error);
      const ended = { run, checkpoint: latest, earlier, stopped: false, saved, failure };
      if (latest && latest.epoch > 0) storing = endRun(context, ended);
      else training.failed(failure);
    }
  }

  async function begin(run: RunSpec, curve = NO_CURVE): Promise<void> {
    const { training: before } = store.getState();
    if (!mayStart(before.phase)) return;
    const controller = new AbortController();
    stop = controller;
    const { id, preset, pieces } = run;
    training.starting({ id, preset, pieces }, run.from?.history);
    await over;
    const release = await takeRunLock();
    if (!release) {
      training.restored(before);
      notify(store, t('run.elsewhere'));
      return;
    }
    await Promise.race([context.rescue(run), after(LAST_SAVE_LIMIT)]);
    store.setState({ snippets: [], resumable: undefined });
    lossPoints.restore(curve, run.from?.history ?? []);
    storing = Promise.resolve();
    await train(run, controller, before);
    stop = undefined;
    // Otherwise its last save could overwrite a run that another tab starts.
    const written = storing.then(() => autosave.settled());
    over = Promise.race([written, after(LAST_SAVE_LIMIT)]).then(release);
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
