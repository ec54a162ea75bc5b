/** Runs with a scripted train handler, and a stored run. */
import type { StoreApi } from 'zustand/vanilla';
import { presets } from '../../model/preset';
import { samplePiece, sampleRun } from '../../storage/testing/samples';
import type { Checkpoint } from '../../training/checkpoint';
import { WorkerClient } from '../../worker/client';
import type { Handler, TrainProgress } from '../../worker/protocol';
import { ChannelWorker, noHandlers } from '../../worker/testing/channelWorker';
import type { Autosave } from '../persistence/autosave';
import type { AppState } from '../state';
import { LossPoints } from '../training/lossPoints';
import type { RunSpec } from '../training/runWithRecovery';
import { type TrainingRun, trainingRun } from '../training/trainingRun';
import { TrainingTransitions } from '../training/trainingState';
import { modelOf } from './composing';

export interface Conducted {
  run: TrainingRun;
  trainer: WorkerClient;
  /** Saves, oldest first. */
  saved: Parameters<Autosave['save']>[0][];
}

/** @param train replaces the worker's handler; @param settled the autosave's */
export function conductTraining(
  store: StoreApi<AppState>,
  train: Handler<'train'>,
  settled: () => Promise<void> = () => Promise.resolve(),
): Conducted {
  const trainer = new WorkerClient(() => new ChannelWorker({ ...noHandlers, train }));
  const saved: Conducted['saved'] = [];
  const run = trainingRun({
    store,
    training: new TrainingTransitions(store),
    trainer,
    lossPoints: new LossPoints(),
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
  });
  return { run, trainer, saved };
}

/** Ends at once with a model of `epoch` epochs. */
export function endsAtOnce(epoch: number): Handler<'train'> {
  return async function* ({ settings }) {
    const checkpoint: Checkpoint = { ...modelOf('seed'), settings, epoch };
    const progress: TrainProgress = { kind: 'checkpoint', checkpoint };
    yield progress;
    return { checkpoint, stopped: false };
  };
}

export function runOf(id: string, change: Partial<RunSpec> = {}): RunSpec {
  return { id, preset: 'seed', settings: presets.seed.defaults, pieces: [], ...change };
}

/** A stored run: finished, three epochs. */
export const storedRun = {
  run: sampleRun({ id: 'earlier', finished: true }),
  checkpoint: modelOf('seed'),
  pieces: [samplePiece('a')],
};
