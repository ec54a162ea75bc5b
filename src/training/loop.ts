/**
 * The training loop: yields a record for each step and epoch, and a checkpoint now and then. It
 * never waits on animation frames, so a hidden tab keeps training, and it draws every random number
 * from the run's seed and the step, so that a resumed run goes on as if it had not stopped.
 */
import * as tf from '@tensorflow/tfjs';
import { Adam } from '../engine/adam/adam';
import type { Batch } from '../model/batch';
import type { Network } from '../model/network';
import type { Preset, TrainingSettings } from '../model/preset';
import { loadWeights, saveWeights } from '../model/weights';
import { isFiniteWeight } from '../model/weightValues';
import { encodings } from '../music/encoding';
import { Random } from '../music/random';
import type { Checkpoint, EpochRecord, TypicalMeter } from './checkpoint';
import type { Dataset } from './dataset';
import { shouldStopEarly } from './earlyStopping';
import { validationLoss } from './evaluation';
import { nextTask } from './nextTask';
import { learningRateShare } from './schedule';
import { DivergedError } from './trainingErrors';

/** At most this much work is lost when the tab dies, milliseconds. */
const CHECKPOINT_INTERVAL = 20_000;
/**
 * Epochs quicker than this share a checkpoint, milliseconds: a few notes are read dozens of times a
 * second, and that many copies of a network fill the memory faster than it is cleared.
 */
const SHORTEST_INTERVAL = 1_000;

export interface StepRecord {
  /** From 1, over the whole run. */
  step: number;
  totalSteps: number;
  /** From 1. */
  epoch: number;
  /** From 1, within the epoch. */
  batch: number;
  batches: number;
  /** Mean over the batch, nats per note, dropout on. */
  loss: number;
  /** Rows that the network read in this step; what only fills up the batch is not counted. */
  rows: number;
  milliseconds: number;
}

export type LoopEvent =
  | ({ kind: 'step' } & StepRecord)
  | { kind: 'epoch'; record: EpochRecord }
  | { kind: 'checkpoint'; checkpoint: Checkpoint };

export interface LoopOptions {
  network: Network;
  dataset: Dataset;
  preset: Preset;
  settings: TrainingSettings;
  /** Aborted: the loop ends after the step in hand and returns what there is. */
  signal: AbortSignal;
  typicalMeter: TypicalMeter;
  /** Goes on from here instead of from the start. */
  from?: Checkpoint;
}

/**
 * @returns the checkpoint after the last step taken
 * @throws {DivergedError} when the loss or the weights are no longer finite numbers
 */
export async function* trainingLoop(options: LoopOptions): AsyncGenerator<LoopEvent, Checkpoint> {
  const { network, dataset, preset, settings, signal, from, typicalMeter } = options;
  const optimizer = new Adam(
    network.variables().map(({ variable }) => variable),
    { clipNorm: preset.training.clipNorm },
  );
  const history = [...(from?.history ?? [])];
  const { batches } = dataset.size;
  const totalSteps = settings.epochs * batches;
  let step = from?.step ?? 0;
  let best = from?.best;
  let epochSum = from?.epochSum ?? 0;

  const checkpoint = async (): Promise<Checkpoint> => {
    const weights = await saveWeights(network);
    // Nothing is kept that a run could not go on from.
    if (!weights.every(isFiniteWeight)) throw diverged();
    return {
      preset: preset.id,
      encoding: { id: preset.encoding, version: encodings[preset.encoding].version },
      settings,
      weights,
      best,
      optimizer: await optimizer.getState(),
      step,
      epoch: history.length,
      epochSum,
      history: [...history],
      trainedOn: {
        training: dataset.training.map(({ id }) => id),
        validation: dataset.validation.map(({ id }) => id),
      },
      typicalMeter,
    };
  };

  try {
    if (from) {
      loadWeights(network, from.weights);
      optimizer.setState(from.optimizer);
    }
    let saved = performance.now();
    let epochSaved = Number.NEGATIVE_INFINITY;
    let pass = dataset.trainingEpoch(Math.floor(step / batches) + 1);
    while (!signal.aborted && !shouldStopEarly(preset, history, best?.epoch)) {
      if (history.length < Math.floor(step / batches)) {
        // An epoch's steps are taken; a run that was saved just then goes on here.
        const epoch = history.length + 1;
        const validation = await validationLoss(network, dataset, signal);
        if (validation !== undefined && !Number.isFinite(validation)) throw diverged();
        const record = { epoch, trainingLoss: epochSum / batches, validationLoss: validation };
        history.push(record);
        if (validation !== undefined && validation < (best?.validationLoss ?? Infinity)) {
          best = { epoch, validationLoss: validation, weights: await saveWeights(network) };
        }
        yield { kind: 'epoch', record };
        if (performance.now() - epochSaved >= SHORTEST_INTERVAL) {
          yield { kind: 'checkpoint', checkpoint: await checkpoint() };
          saved = performance.now();
          epochSaved = saved;
        }
        continue;
      }
      if (step >= totalSteps) break;
      const began = performance.now();
      const index = step % batches;
      const epoch = Math.floor(step / batches) + 1;
      if (index === 0) {
        pass = dataset.trainingEpoch(epoch);
        epochSum = 0;
      }
      const batch = pass.batch(index);
      const share = learningRateShare(preset.training.schedule, step, totalSteps);
      const loss = await takeStep(
        network,
        optimizer,
        batch,
        dropoutRandom(settings, step),
        settings.learningRate * share,
      );
      step++;
      epochSum += loss;
      yield {
        kind: 'step',
        step,
        totalSteps,
        epoch,
        batch: index + 1,
        batches,
        loss,
        rows: rowsRead(batch),
        milliseconds: performance.now() - began,
      };
      await nextTask();

      // Validation may take long: what was learnt does not wait for it.
      const patience = index + 1 === batches ? CHECKPOINT_INTERVAL / 4 : CHECKPOINT_INTERVAL;
      if (performance.now() - saved > patience) {
        yield { kind: 'checkpoint', checkpoint: await checkpoint() };
        saved = performance.now();
      }
    }
    return await checkpoint();
  } finally {
    optimizer.dispose();
  }
}

/** Keeps the seeds of a run's steps apart from those of its epochs and of neighbouring seeds. */
const STEP_SEED_STRIDE = 7_368_787;

function dropoutRandom(settings: TrainingSettings, step: number): Random {
  return Random.fromSeed(settings.seed + STEP_SEED_STRIDE * (step + 1));
}

/** Where one row of a window is predicted, all of the window was read for it. */
function rowsRead({ size, time, weights }: Batch): number {
  const perPrediction = (size * time) / weights.length;
  return perPrediction * weights.reduce((count, weight) => (weight > 0 ? count + 1 : count), 0);
}

async function takeStep(
  network: Network,
  optimizer: Adam,
  batch: Batch,
  dropout: Random,
  learningRate: number,
): Promise<number> {
  const predictions = batch.weights.reduce((sum, weight) => sum + weight, 0);
  const meanLoss = (): tf.Scalar => tf.sum(network.losses(batch, dropout)).div(predictions);
  const { value, grads } = tf.variableGrads(
    meanLoss,
    network.variables().map(({ variable }) => variable),
  );
  optimizer.applyGradients(grads, learningRate);
  tf.dispose(grads);
  const [loss] = await value.data();
  value.dispose();
  if (!Number.isFinite(loss)) throw diverged();
  return loss;
}

function diverged(): DivergedError {
  return new DivergedError(
    'The loss is no longer a number: the learning rate is too high for this data. Lower it and train again.',
  );
}
