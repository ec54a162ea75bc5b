/** The run: settings, engine, train, pause, resume, stop. */
import type { StoreApi } from 'zustand/vanilla';
import type { BackendName, EngineReport } from '../model/engineReport';
import { presets } from '../model/preset';
import type { WorkerClient } from '../worker/client';
import type { TrainingPiece, TrainProgress } from '../worker/protocol';
import type { Actions } from './actionTypes';
import { measureEngines, rememberedEngine } from './engineChoice';
import type { LossPoints } from './lossPoints';
import type { AppState, TrainingState } from './state';

type TrainingActions = Pick<
  Actions,
  'choosePreset' | 'changeSettings' | 'train' | 'pauseTraining' | 'resumeTraining' | 'stopTraining'
>;

export interface TrainingContext {
  store: StoreApi<AppState>;
  trainer: WorkerClient;
  createWorker: () => Worker;
  lossPoints: LossPoints;
  /** The engine asked for in the address. */
  forcedBackend?: BackendName;
}

/** The pieces that training uses. */
export function includedPieces({ pieces }: AppState): TrainingPiece[] {
  return pieces
    .filter(({ included }) => included)
    .map(({ id, title, song }) => ({ id, title, song }));
}

export function trainingActions(context: TrainingContext): TrainingActions {
  const { store, trainer, lossPoints } = context;
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
      training: {
        phase: 'preparing',
        preparing: 'Preparing the engine...',
        epochs: [],
        checkpoint: training.checkpoint,
      },
    });
    try {
      const { backend } = await engineReady(context);
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
      patch({ phase: 'failed', error: error instanceof Error ? error.message : String(error) });
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

function mayStart(phase: TrainingState['phase']): boolean {
  return phase === 'idle' || phase === 'finished' || phase === 'failed';
}

let measuring: Promise<EngineReport> | undefined;

/** The engine that will train here; chosen once, at start-up or by the address. */
export async function engineReady({
  store,
  createWorker,
  forcedBackend,
}: TrainingContext): Promise<EngineReport> {
  const { engine } = store.getState();
  if (engine) return engine;
  measuring ??= chooseEngine(createWorker, forcedBackend).finally(() => {
    measuring = undefined;
  });
  const report = await measuring;
  store.setState({ engine: report });
  return report;
}

async function chooseEngine(
  createWorker: () => Worker,
  forcedBackend: BackendName | undefined,
): Promise<EngineReport> {
  if (!forcedBackend) return rememberedEngine() ?? (await measureEngines(createWorker));
  return {
    backend: forcedBackend,
    adapter: '',
    software: false,
    threads: 1,
    passedOver: [],
    forced: true,
  };
}
