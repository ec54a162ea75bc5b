import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { type Preset, presets, type TrainingSettings } from '../model/preset';
import type { EncodedPiece } from './split';
import { type StartModel, startModel } from './start';
import { type LoopRun, type LoopRunOptions, lossesOf, runLoop } from './testing/runLoop';

const preset: Preset = {
  ...presets.seed,
  architecture: { kind: 'melody', units: 12, hidden: 8 },
};
const settings: TrainingSettings = {
  epochs: 8,
  batchSize: 16,
  learningRate: 0.01,
  sequenceLength: 4,
  dropout: 0,
  seed: 5,
};

/** A scale up and down; each piece starts on another step. */
function scales(pieces: number): EncodedPiece[] {
  return Array.from({ length: pieces }, (_, piece) => ({
    id: `scale ${piece}`,
    rows: {
      width: 1,
      data: Int16Array.from({ length: 40 }, (_, i) => 20 + Math.abs(((i + 3 * piece) % 14) - 7)),
    },
  }));
}

function run(
  change: Partial<TrainingSettings> = {},
  options: Partial<LoopRunOptions> = {},
): Promise<LoopRun> {
  return runLoop({ preset, settings: { ...settings, ...change }, pieces: scales(4), ...options });
}

async function trainedModel(): Promise<StartModel> {
  return startModel((await run()).checkpoint);
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

it('begins with what the model knows, and an empty history', async () => {
  const first = await run();
  const start = startModel(first.checkpoint);
  const second = await run({ epochs: 2 }, { start });
  expect(lossesOf(second)[0]).toBeLessThan(0.6 * lossesOf(first)[0]);
  expect(second.checkpoint.history.map(({ epoch }) => epoch)).toEqual([1, 2]);
  expect(second.checkpoint.optimizer.step).toBe(second.checkpoint.step);
  expect(second.checkpoint.lineage).toEqual(start.lineage);
  expect(first.checkpoint.lineage).toBeUndefined();
});

it('keeps the weights of the start as the best where training only forgets', async () => {
  const start = await trainedModel();
  const { best, history } = (await run({ epochs: 2, learningRate: 100 }, { start })).checkpoint;
  expect(best?.epoch).toBe(0);
  expect(best?.weights).toEqual(start.weights);
  for (const { validationLoss } of history) {
    expect(validationLoss).toBeGreaterThanOrEqual(best?.validationLoss ?? Infinity);
  }
});

it('takes the same steps after it was interrupted', async () => {
  const start = await trainedModel();
  const whole = await run({ epochs: 3 }, { start });
  const begun = await run({ epochs: 3 }, { start, stopAtStep: 11 });
  const resumed = await run({ epochs: 3 }, { from: begun.checkpoint });
  expect([...lossesOf(begun), ...lossesOf(resumed)]).toEqual(lossesOf(whole));
  expect(resumed.checkpoint.weights).toEqual(whole.checkpoint.weights);
  expect(resumed.checkpoint.lineage).toEqual(start.lineage);
});

it('leaks no tensors', async () => {
  const start = await trainedModel();
  const before = tf.memory().numTensors;
  await run({ epochs: 1 }, { start });
  expect(tf.memory().numTensors).toBe(before);
});
