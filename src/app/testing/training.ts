/** Runs with a scripted train handler, and a stored run. */
import type { StoreApi } from 'zustand/vanilla';
import { presets } from '../../model/preset';
import { samplePiece, sampleRun } from '../../storage/testing/samples';
import type { Checkpoint } from '../../training/checkpoint';
import { WorkerClient } from '../../worker/client';
import type { Handler, TrainProgress } from '../../worker/protocol';
import { ChannelWorker, noHandlers } from '../../worker/testing/channelWorker';
import { modelActions } from '../models/modelActions';
import { type ModelAtHand, modelAtHand } from '../models/modelAtHand';
import { ModelKeeper } from '../models/modelKeeper';
import type { Autosave } from '../persistence/autosave';
import type { AppState } from '../state';
import { LossPoints } from '../training/lossPoints';
import type { RunSpec } from '../training/runWithRecovery';
import { type TrainingRun, trainingRun } from '../training/trainingRun';
import { TrainingTransitions } from '../training/trainingState';
import { modelOf } from './composing';
import { type FakeModelStorage, fakeModelStorage } from './modelStorage';

export interface Conducted {
  run: TrainingRun;
  trainer: WorkerClient;
  /** Saves, oldest first. */
  saved: Parameters<Autosave['save']>[0][];
  models: FakeModelStorage;
  keeper: ModelKeeper;
  atHand: ModelAtHand;
  lossPoints: LossPoints;
}

/** @param train replaces the worker's handler; @param settled the autosave's */
export function conductTraining(
  store: StoreApi<AppState>,
  train: Handler<'train'>,
  settled: () => Promise<void> = () => Promise.resolve(),
): Conducted {
  const trainer = new WorkerClient(() => new ChannelWorker({ ...noHandlers, train }));
  const saved: Conducted['saved'] = [];
  const models = fakeModelStorage();
  const keeper = new ModelKeeper(store, models);
  const lossPoints = new LossPoints();
  const training = new TrainingTransitions(store);
  const atHand = modelAtHand(store, training, lossPoints);
  const run = trainingRun({
    store,
    training,
    trainer,
    lossPoints,
    keeper,
    openModel: modelActions({ store, keeper, atHand }).openModel,
    autosave: { save: (next) => saved.push(next), settled },
    engineSelection: {
      ready: async () => ({
        backend: 'wasm',
        adapter: 'SIMD',
        software: false,
        threads: 1,
        rejectedBackends: [],
        forced: false,
      }),
    },
    onCheckpoint: () => {},
    rescue: async () => {},
  });
  return { run, trainer, saved, models, keeper, atHand, lossPoints };
}

/** Ends at once with a model of `epoch` epochs. */
export function endsAtOnce(epoch: number, change: Partial<Checkpoint> = {}): Handler<'train'> {
  return async function* ({ settings }) {
    const checkpoint: Checkpoint = { ...modelOf('seed'), settings, epoch, ...change };
    const progress: TrainProgress = { kind: 'checkpoint', checkpoint };
    yield progress;
    return { checkpoint, stopped: false };
  };
}

export function runOf(id: string, change: Partial<RunSpec> = {}): RunSpec {
  return { id, preset: 'seed', settings: presets.seed.defaults, pieces: [], ...change };
}

/** A stored run: interrupted after three epochs. */
export const storedRun = {
  run: sampleRun({ id: 'earlier' }),
  checkpoint: modelOf('seed'),
  pieces: [samplePiece('a')],
};
