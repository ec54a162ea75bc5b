import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../model/buildNetwork';
import { type Preset, presets, type TrainingSettings } from '../model/preset';
import { encodings } from '../music/encoding';
import type { Checkpoint } from './checkpoint';
import { Dataset } from './dataset';
import { trainingLoop } from './loop';
import { type EncodedPiece, rowsOf } from './split';
import { type LoopRun, lossesOf, runLoop } from './testing/runLoop';
import { DivergedError } from './trainingErrors';

const seedlike: Preset = {
  ...presets.seed,
  architecture: { kind: 'melody', units: 12, hidden: 8 },
};
const settings: TrainingSettings = {
  epochs: 3,
  batchSize: 16,
  learningRate: 0.01,
  sequenceLength: 4,
  dropout: 0.2,
  seed: 5,
};

/** A scale up and down; each piece starts on another step. */
function scales(pieces = 4): EncodedPiece[] {
  return Array.from({ length: pieces }, (_, piece) => ({
    id: `scale ${piece}`,
    rows: {
      width: 1,
      data: Int16Array.from({ length: 40 }, (_, i) => 20 + Math.abs(((i + 3 * piece) % 14) - 7)),
    },
  }));
}

/** A small polyphonic network, and pieces of 20, 33 and 7 notes. */
const studioLike: Preset = {
  ...presets['studio-small'],
  architecture: { kind: 'polyphonic', units: 6, layers: 1, hidden: 4 },
};

function studioPieces(): EncodedPiece[] {
  const width = encodings.studio.columns.length;
  return [20, 33, 7].map((notes, piece) => ({
    id: `piece ${piece}`,
    rows: { width, data: Int16Array.from({ length: notes * width }, (_, i) => (i % width) + 1) },
  }));
}

function run(
  change: Partial<TrainingSettings> = {},
  options: { from?: Checkpoint; stopAtStep?: number; pieces?: number; patience?: number } = {},
): Promise<LoopRun> {
  const { from, stopAtStep, patience } = options;
  return runLoop({
    preset: { ...seedlike, training: { ...seedlike.training, patience } },
    settings: { ...settings, ...change },
    pieces: scales(options.pieces),
    from,
    stopAtStep,
  });
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('the training loop', () => {
  it('lowers the loss', async () => {
    const { checkpoint } = await run({ epochs: 8 });
    const [first, last] = [checkpoint.history[0], checkpoint.history[7]];
    expect(last.trainingLoss).toBeLessThan(0.7 * first.trainingLoss);
    expect(last.validationLoss).toBeLessThan(first.validationLoss ?? 0);
    expect(checkpoint.best?.validationLoss).toBe(
      Math.min(...checkpoint.history.map(({ validationLoss }) => validationLoss ?? Infinity)),
    );
  });

  it('repeats its steps for the same seed, and not for another', async () => {
    const [a, b, c] = [await run(), await run(), await run({ seed: 6 })];
    expect(lossesOf(a)).toEqual(lossesOf(b));
    expect(lossesOf(a)).not.toEqual(lossesOf(c));
  });

  it('resumes exactly in the middle of an epoch', async () => {
    const whole = await run();
    const begun = await run({}, { stopAtStep: 11 });
    const resumed = await run({}, { from: begun.checkpoint });
    expect(begun.checkpoint.step).toBe(11);
    const resumedLosses = [...lossesOf(begun), ...lossesOf(resumed)];
    expect(resumedLosses).toEqual(lossesOf(whole));
    expect(resumed.checkpoint.history).toEqual(whole.checkpoint.history);
    expect(resumed.checkpoint.weights).toEqual(whole.checkpoint.weights);
  });

  it('resumes between the last step of an epoch and its validation', async () => {
    const whole = await run();
    const lastStep = whole.events.find((event) => {
      return event.kind === 'step' && event.batch === event.batches;
    });
    if (lastStep?.kind !== 'step') throw new Error('No epoch ended.');
    const begun = await run({}, { stopAtStep: lastStep.step });
    expect(begun.checkpoint.history).toEqual([]);
    const resumed = await run({}, { from: begun.checkpoint });
    expect(resumed.events[0].kind).toBe('epoch');
    expect(resumed.checkpoint.history).toHaveLength(3);
    for (const [i, { trainingLoss, validationLoss }] of whole.checkpoint.history.entries()) {
      const record = resumed.checkpoint.history[i];
      expect(record.trainingLoss).toBeCloseTo(trainingLoss, 4);
      expect(record.validationLoss).toBeCloseTo(validationLoss ?? NaN, 4);
    }
  });

  it('reports a loss that is not a number', async () => {
    const failed = run({ learningRate: Number.NaN });
    await expect(failed).rejects.toThrow('learning rate');
    await expect(failed).rejects.toBeInstanceOf(DivergedError);
  });

  it('makes no checkpoint of weights that are not numbers, even after a finite loss', async () => {
    const stopped = run({ learningRate: Number.NaN }, { stopAtStep: 1 });
    await expect(stopped).rejects.toBeInstanceOf(DivergedError);
  });

  it('trains on one piece without validation', async () => {
    const { checkpoint } = await run({ epochs: 1 }, { pieces: 1 });
    expect(checkpoint.history[0].validationLoss).toBeUndefined();
    expect(checkpoint.best).toBeUndefined();
  });

  it('stops early after `patience` epochs without improvement', async () => {
    // A rate so high that the first epochs are the best.
    const change = { epochs: 40, learningRate: 0.2 };
    const { checkpoint, events } = await run(change, { patience: 3 });
    const { history, best } = checkpoint;
    const epochs = history.length;
    expect(epochs).toBeLessThan(40);
    expect(best?.epoch).toBe(epochs - 3);
    for (const { validationLoss } of history.slice(-3)) {
      expect(validationLoss).toBeGreaterThanOrEqual(best?.validationLoss ?? Infinity);
    }
    expect(events.filter(({ kind }) => kind === 'epoch')).toHaveLength(epochs);
    // Finished: resuming takes no step.
    const again = await run(change, { patience: 3, from: checkpoint });
    expect(lossesOf(again)).toEqual([]);
    expect(again.checkpoint.history).toEqual(history);
    // A larger patience, or none, lets it continue.
    const longer = await run({ ...change, epochs: epochs + 1 }, { patience: 4 });
    expect(longer.checkpoint.history).toHaveLength(epochs + 1);
    expect(longer.checkpoint.history.slice(0, epochs)).toEqual(history);
    expect((await run({ ...change, epochs: epochs + 1 })).checkpoint.history).toHaveLength(
      epochs + 1,
    );
  });

  it('stops a resumed run at the same epoch as an uninterrupted one', async () => {
    const change = { epochs: 40, learningRate: 0.2 };
    const whole = await run(change, { patience: 3 });
    const begun = await run(change, { patience: 3, stopAtStep: 8 });
    const resumed = await run(change, { patience: 3, from: begun.checkpoint });
    expect(resumed.checkpoint.history).toEqual(whole.checkpoint.history);
  });

  it('never stops early without validation pieces', async () => {
    const { checkpoint } = await run({ epochs: 4, learningRate: 0.2 }, { pieces: 1, patience: 1 });
    expect(checkpoint.history).toHaveLength(4);
  });

  it('counts the rows that were read, without padding', async () => {
    const { events } = await run({ epochs: 1 });
    const rows = events.flatMap((event) => (event.kind === 'step' ? [event.rows] : []));
    // Three pieces of 40 rows, each read with the three rows before it, in batches of 16.
    expect(rows).toEqual([...Array.from({ length: 7 }, () => 64), 32]);
  });

  it('counts each row once if every row is predicted', async () => {
    const own = { ...settings, epochs: 2, batchSize: 2, sequenceLength: 16 };
    const network = buildNetwork(studioLike, own);
    const dataset = new Dataset(studioPieces(), studioLike, own);
    const typicalMeter = {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    };
    const signal = new AbortController().signal;
    const loop = trainingLoop({
      network,
      dataset,
      preset: studioLike,
      settings: own,
      signal,
      typicalMeter,
    });
    const rows = [0, 0];
    for await (const event of loop) {
      if (event.kind === 'step') rows[event.epoch - 1] += event.rows;
    }
    network.dispose();
    const there = dataset.training.reduce((sum, piece) => sum + rowsOf(piece), 0);
    expect(rows).toEqual([there, there]);
  });

  it('leaks no tensors when it ends, stops or fails', async () => {
    const before = tf.memory().numTensors;
    await run({ epochs: 1 });
    await run({}, { stopAtStep: 2 });
    await run({ learningRate: Number.NaN }).catch(() => {});
    expect(tf.memory().numTensors).toBe(before);
  });
});
