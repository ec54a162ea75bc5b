/** The run: settings, engine, train, pause, resume, stop. */
import type { StoreApi } from 'zustand/vanilla';
import { presets } from '../model/preset';
import type { Checkpoint } from '../training/checkpoint';
import type { WorkerClient } from '../worker/client';
import type { TrainingPiece, TrainProgress } from '../worker/protocol';
import type { Actions } from './actionTypes';
import type { EngineRoom } from './engineRoom';
import type { LossPoints } from './lossPoints';
import type { AppState, TrainingState } from './state';

type TrainingActions = Pick<
  Actions,
  | 'choosePreset'
  | 'changeSettings'
  | 'chooseEngine'
  | 'train'
  | 'pauseTraining'
  | 'resumeTraining'
  | 'stopTraining'
>;

export interface TrainingContext {
  store: StoreApi<AppState>;
  trainer: WorkerClient;
  engineRoom: EngineRoom;
  lossPoints: LossPoints;
  /** Told of every checkpoint. */
  onCheckpoint(checkpoint: Checkpoint): void;
}

/** The pieces that training uses. */
export function includedPieces({ pieces }: AppState): TrainingPiece[] {
  return pieces
    .filter(({ included }) => included)
    .map(({ id, title, song }) => ({ id, title, song }));
}

export function trainingActions(context: TrainingContext): TrainingActions {
  const { store, trainer, lossPoints, engineRoom, onCheckpoint } = context;
  let stop: AbortController | undefined;

  function patch(change: Partial<TrainingState>): void {
    store.setState(({ training }) => ({ training: { ...training, ...change } }));
  }

  function follow(progress: TrainProgress): void {
    switch (progress.kind) {
      case 'preparing':
        patch({ preparing: progress.what });
        return;
      case 'ready':
        store.setState(({ engine }) => ({
          summary: progress.summary,
          statistics: progress.statistics,
          engine: engine && { ...engine, ...progress.engine },
        }));
        return;
      case 'step': {
        const { kind, ...step } = progress;
        const { epochs } = store.getState().settings;
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

  async function train(): Promise<void> {
    const { preset, settings, training } = store.getState();
    if (!mayStart(training.phase)) return;
    const controller = new AbortController();
    stop = controller;
    lossPoints.clear();
    store.setState({
      snippets: [],
      training: {
        phase: 'preparing',
        preparing: 'Preparing the engine...',
        epochs: [],
        checkpoint: training.checkpoint,
      },
    });
    try {
      const { backend } = await engineRoom.ready();
      if (controller.signal.aborted) {
        patch({ phase: 'idle' });
        return;
      }
      const { checkpoint } = await trainer.run(
        'train',
        { preset, settings, pieces: includedPieces(store.getState()), backend },
        { signal: controller.signal, onProgress: follow },
      );
      patch({ phase: 'finished', checkpoint });
    } catch (error) {
      patch({ phase: 'failed', error: sentence(error) });
    } finally {
      stop = undefined;
    }
  }

  return {
    choosePreset: (id) =>
      store.setState(({ compose }) => {
        const { defaults, composing } = presets[id];
        const { length, takes } = composing;
        return {
          preset: id,
          settings: defaults,
          compose: { ...compose, settings: { ...compose.settings, length, takes } },
        };
      }),
    changeSettings: (change) =>
      store.setState(({ settings }) => ({ settings: { ...settings, ...change } })),
    chooseEngine: (choice) => {
      engineRoom.choose(choice).catch((error: unknown) => patch({ error: sentence(error) }));
    },
    train,
    pauseTraining: () => {
      if (store.getState().training.phase !== 'running') return;
      trainer.hold(true);
      patch({ phase: 'paused' });
    },
    resumeTraining: () => {
      if (store.getState().training.phase !== 'paused') return;
      trainer.hold(false);
      patch({ phase: 'running' });
    },
    stopTraining: () => {
      if (!stop) return;
      patch({ phase: 'stopping' });
      stop.abort();
    },
  };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function mayStart(phase: TrainingState['phase']): boolean {
  return phase === 'idle' || phase === 'finished' || phase === 'failed';
}
