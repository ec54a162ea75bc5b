/** Equal losses of the Classic preset on every engine, for one seed and the same music. */
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backend/backend';
import {
  disposeWasmKernels,
  prepareWasmKernels,
  type WasmOptions,
  wasmEngine,
} from '../engine/wasm/engine';
import { buildNetwork } from '../model/buildNetwork';
import { presets, type TrainingSettings } from '../model/preset';
import type { EpochRecord } from './checkpoint';
import { Dataset } from './dataset';
import { trainingLoop } from './loop';
import type { EncodedPiece } from './split';

/** Nats from the reference, so that any two engines are within 1e-3 of each other. */
const TOLERANCE = 5e-4;
/** Milliseconds: plain JavaScript on a busy machine. */
const SLOWEST = 180_000;
const preset = presets.seed;
/** The preset's settings, with a batch small enough for plain JavaScript and software rendering. */
const settings: TrainingSettings = { ...preset.defaults, epochs: 3, batchSize: 8 };

/** Three tunes of twenty notes: two for training, one for validation. */
function tunes(): EncodedPiece[] {
  return [0, 4, 7].map((start) => ({
    id: `tune on ${start}`,
    rows: {
      width: 1,
      data: Int16Array.from({ length: 20 }, (_, i) => 30 + start + ((i * i + 3 * i) % 17)),
    },
  }));
}

async function train(): Promise<EpochRecord[]> {
  const network = buildNetwork(preset, settings);
  const dataset = new Dataset(tunes(), preset, settings);
  const loop = trainingLoop({
    network,
    dataset,
    preset,
    settings,
    signal: new AbortController().signal,
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
  });
  try {
    for (;;) {
      const next = await loop.next();
      if (next.done) return next.value.history;
    }
  } finally {
    network.dispose();
  }
}

let expected: EpochRecord[] = [];

beforeAll(async () => {
  await startBackend('cpu');
  expected = await train();
}, SLOWEST);

afterAll(disposeWasmKernels);

function expectTheSame(actual: readonly EpochRecord[]): void {
  expect(actual.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  for (const [i, { trainingLoss, validationLoss }] of expected.entries()) {
    expect(Math.abs(actual[i].trainingLoss - trainingLoss)).toBeLessThan(TOLERANCE);
    // A missing loss gives NaN, which fails the comparison.
    const difference = Math.abs((actual[i].validationLoss ?? NaN) - (validationLoss ?? NaN));
    expect(difference).toBeLessThan(TOLERANCE);
  }
}

async function useWasm(options: Required<Pick<WasmOptions, 'threads' | 'relaxed'>>): Promise<void> {
  await startBackend('wasm');
  await prepareWasmKernels(options);
  const build = `${options.relaxed ? 'relaxed' : 'simd'}${options.threads > 1 ? '-shared' : ''}`;
  expect(wasmEngine()).toMatchObject({ threads: options.threads, build });
}

describe('the Classic preset, 3 epochs, one seed', () => {
  it('has a falling loss on plain JavaScript, the reference', () => {
    expect(tf.getBackend()).toBe('cpu');
    expect(expected).toHaveLength(3);
    // A difference above the tolerance: an engine that does not train would fail.
    expect(expected[0].trainingLoss - expected[2].trainingLoss).toBeGreaterThan(0.1);
  });

  for (const threads of [1, 2, 3]) {
    for (const relaxed of [true, false]) {
      const simd = relaxed ? 'relaxed' : 'strict';
      it(`has the same losses on WASM, threads: ${threads}, ${simd} SIMD`, async () => {
        await useWasm({ threads, relaxed });
        expectTheSame(await train());
      });
    }
  }

  it('has the same losses on WebGL', async () => {
    await startBackend('webgl');
    expect(tf.getBackend()).toBe('webgl');
    expectTheSame(await train());
  });
});
