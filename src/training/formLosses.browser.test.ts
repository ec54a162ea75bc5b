/** Equal losses of the network with derived columns on every engine. */
import * as tf from '@tensorflow/tfjs';
import { afterAll, describe, expect, it } from 'vitest';
import { Adam } from '../engine/adam/adam';
import { startBackend } from '../engine/backend/backend';
import type { BackendName } from '../engine/engineReport';
import { disposeWasmKernels } from '../engine/wasm/engine';
import { buildPolyphonicNetwork } from '../model/polyphonic/polyphonicNetwork';
import { presets } from '../model/preset';
import { form } from '../music/encoding/form';
import type { Song } from '../music/song';
import { Dataset } from './dataset';

const architecture = { kind: 'polyphonic', units: 12, layers: 1, hidden: 10 } as const;
const preset = { ...presets['form-small'], architecture };
const settings = { ...preset.defaults, batchSize: 3, sequenceLength: 16, learningRate: 0.01 };

/** A tune with a repeat. */
const song: Song = {
  title: '',
  ppq: 24,
  tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
  timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
  keySignatures: [],
  tracks: [
    {
      name: '',
      channel: 0,
      program: 0,
      isDrum: false,
      notes: Array.from({ length: 48 }, (_, i) => ({
        tick: 12 * i,
        duration: 12,
        pitch: 60 + ((i * i) % 8),
        velocity: 80,
      })),
      pedal: [],
    },
  ],
};

/** Losses of three steps; checks for leaked tensors. */
async function losses(backend: BackendName): Promise<number[]> {
  await startBackend(backend);
  const before = tf.memory().numTensors;
  const pieces = [{ id: 'tune', rows: form.encode(song) }];
  const dataset = new Dataset([], preset, settings, { training: pieces, validation: [] });
  const network = buildPolyphonicNetwork(architecture, form.columns, settings);
  const variables = network.variables().map(({ variable }) => variable);
  const optimizer = new Adam(variables);
  const found: number[] = [];
  for (let epoch = 1; epoch <= 3; epoch++) {
    const batch = dataset.trainingEpoch(epoch).batch(0);
    const { value, grads } = tf.variableGrads(
      () => tf.sum(network.losses(batch)).div<tf.Scalar>(48),
      variables,
    );
    optimizer.applyGradients(grads, settings.learningRate);
    found.push((await value.data())[0]);
    tf.dispose([value, grads]);
  }
  optimizer.dispose();
  network.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return found;
}

afterAll(disposeWasmKernels);

describe('the network with derived columns', () => {
  it('has equal losses on plain JavaScript, WASM and WebGL', { timeout: 120_000 }, async () => {
    const plain = await losses('cpu');
    expect(plain[2]).toBeLessThan(plain[0]);
    for (const backend of ['wasm', 'webgl'] as const) {
      for (const [step, loss] of (await losses(backend)).entries()) {
        expect(Math.abs(loss - plain[step]), `${backend}, step ${step}`).toBeLessThan(1e-3);
      }
    }
  });
});
