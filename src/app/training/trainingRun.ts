/** One run at a time, over all tabs: starts it, follows it into the store, pauses and stops it. */
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
  /** Told of every checkpoint. */
  onCheckpoint(checkpoint: Checkpoint): void;
}

export interface TrainingRun {
  /** Settles when the run has ended; does nothing where one is under way. */
  begin(run: RunSpec, curve?: LossCurveData): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
}

/** A storage that answers no more must not keep the next run from beginning, milliseconds. */
const LAST_SAVE_LIMIT = 15_000;

const NO_CURVE: LossCurveData = { points: [], stride: 1, seen: 0 };

export function trainingRun(context: TrainingContext): TrainingRun {
  const { store, trainer, lossPoints, engineSelection, autosave, onCheckpoint } = context;
  let stop: AbortController | undefined;
  /** Settles when the run before is stored, and other tabs may train. */
  let over = Promise.resolve();

  function patch(change: Partial<TrainingState>): void {
    store.setState(({ training }) => ({ training: { ...training, ...change } }));
  }

  function follow(progress: TrainProgress, epochs: number, chosen: EngineReport): void {
    switch (progress.kind) {
      case 'preparing':
        patch({ preparing: progress.what });
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
        store.setState(({ training }) => ({
          training: {
            ...training,
            // The first step is over: the engine is prepared.
            phase: training.phase === 'preparing' ? 'running' : training.phase,
            progress: { ...step, epochs },
          },
        }));
        return;
      }
      case 'epoch': {
        const { record } = progress;
        lossPoints.addEpoch(record.epoch, record.trainingLoss, record.validationLoss);
        patch({ epochs: [...store.getState().training.epochs, record] });
        return;
      }
      case 'checkpoint':
        patch({ checkpoint: progress.checkpoint });
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
      patch(checkpoint ? { phase: 'finished', checkpoint } : { phase: 'idle' });
    } catch (error) {
      patch({ phase: 'failed', error: errorMessage(error) });
    }
  }

  async function begin(run: RunSpec, curve = NO_CURVE): Promise<void> {
    const { training: before } = store.getState();
    if (!mayStart(before.phase)) return;
    const history = run.from?.history ?? [];
    const controller = new AbortController();
    stop = controller;
    store.setState({
      training: {
        phase: 'preparing',
        preparing: 'Preparing the engine...',
        epochs: [...history],
        checkpoint: run.from ?? before.checkpoint,
      },
    });
    await over;
    const release = await takeRunLock();
    if (!release) {
      store.setState({ training: before });
      notify(store, RUN_ELSEWHERE);
      return;
    }
    store.setState({ snippets: [], resumable: undefined });
    lossPoints.restore(curve, history);
    await keep(run, controller);
    stop = undefined;
    // Its last save would else land on the run that another tab begins.
    over = Promise.race([autosave.settled(), after(LAST_SAVE_LIMIT)]).then(release);
    await over;
  }

  return {
    begin,
    pause: () => {
      if (store.getState().training.phase !== 'running') return;
      trainer.pause();
      patch({ phase: 'paused' });
    },
    resume: () => {
      if (store.getState().training.phase !== 'paused') return;
      trainer.resume();
      patch({ phase: 'running' });
    },
    stop: () => {
      if (!stop) return;
      patch({ phase: 'stopping' });
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
