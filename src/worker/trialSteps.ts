/**
 * The trial of an engine: two training steps of the Classic preset's network, timed, whose losses are
 * known. The second loss follows from the first step's gradients and update, so that an engine that
 * computes any of them wrongly is found out before it trains.
 */
import * as tf from '@tensorflow/tfjs';
import { Adam } from '../engine/adam/adam';
import { watchBackend } from '../engine/backend/watch';
import type { BackendName } from '../engine/engineReport';
import type { Batch } from '../model/batch';
import { buildNetwork } from '../model/buildNetwork';
import { presets, type TrainingSettings } from '../model/preset';
import { KEYS } from '../music/encoding/melody';
import { Random } from '../music/random';
import { t } from '../texts/t';

/** Fixed here, independent of the preset: the known losses hold for these settings only. */
const SETTINGS = {
  epochs: 1,
  /** Higher than a run would have it, so that a wrong gradient shows in the second loss. */
  learningRate: 0.01,
  sequenceLength: 32,
  dropout: 0.3,
  seed: 1,
} as const satisfies Partial<TrainingSettings>;

/** Nats per note. */
export const LOSS_TOLERANCE = 1e-3;

/** A batch size, and the losses of both steps with it on plain JavaScript, nats per note. */
export interface Trial {
  batchSize: number;
  losses: readonly [number, number];
}

export const trials = {
  /** The Classic preset's own batch. */
  whole: { batchSize: 64, losses: [4.47704, 4.30295] },
  /** For plain JavaScript, whose pace does not depend on the batch. */
  small: { batchSize: 8, losses: [4.48932, 4.04922] },
} as const satisfies Record<string, Trial>;

export interface TrialResult {
  losses: number[];
  /** Notes read a second in the second step: the first compiles shaders. */
  notesPerSecond: number;
}

/**
 * Takes both steps on the backend in use.
 * @throws {Error} with a plain sentence when the device is lost
 */
export async function takeTrialSteps({ batchSize }: Trial): Promise<TrialResult> {
  const settings = { ...SETTINGS, batchSize };
  const watch = watchBackend();
  const network = buildNetwork(presets.seed, settings);
  const variables = network.variables().map(({ variable }) => variable);
  const optimizer = new Adam(variables);
  const random = Random.fromSeed(settings.seed);
  const batch = randomBatch(batchSize, settings.sequenceLength, random);
  const losses: number[] = [];
  let milliseconds = 0;
  try {
    for (let step = 0; step < 2; step++) {
      const began = performance.now();
      const { value, grads } = tf.variableGrads(
        () => tf.sum(network.losses(batch, random)).div<tf.Scalar>(batchSize),
        variables,
      );
      optimizer.applyGradients(grads, settings.learningRate);
      tf.dispose(grads);
      const [loss] = await watch.whileAlive(value.data());
      value.dispose();
      losses.push(loss);
      milliseconds = performance.now() - began;
    }
    return { losses, notesPerSecond: ((batch.size * batch.time) / milliseconds) * 1000 };
  } finally {
    watch.end();
    optimizer.dispose();
    network.dispose();
  }
}

/**
 * Takes the steps that suit the backend in use, and checks them.
 * @throws {Error} with a plain sentence where it computes wrong numbers, or its device is lost
 */
export async function passTrial(backend: BackendName): Promise<TrialResult> {
  const trial = backend === 'cpu' ? trials.small : trials.whole;
  const result = await takeTrialSteps(trial);
  expectKnownLosses(trial, result.losses);
  return result;
}

/** @throws {Error} with a plain sentence where the losses are not those that are known */
export function expectKnownLosses({ losses: known }: Trial, losses: readonly number[]): void {
  const wrong = known.findIndex((loss, step) => !(Math.abs(losses[step] - loss) < LOSS_TOLERANCE));
  if (wrong < 0) return;
  throw new Error(
    t('run.wrongNumbers', { loss: losses[wrong], step: wrong + 1, known: known[wrong] }),
  );
}

function randomBatch(size: number, time: number, random: Random): Batch {
  return {
    size,
    time,
    inputs: Int32Array.from({ length: size * time }, () => random.below(KEYS)),
    targets: Int32Array.from({ length: size }, () => random.below(KEYS)),
    weights: new Float32Array(size).fill(1),
  };
}
