import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { KEYS } from '../../music/encoding/melody';
import { Random } from '../../music/random';
import type { Batch } from '../batch';
import { buildNetwork } from '../buildNetwork';
import { presets } from '../preset';
import { saveWeights } from '../weights';
import { createMelodyComposer } from './melodyComposer';
import { buildMelodyNetwork } from './melodyNetwork';

const settings = { ...presets.seed.defaults, sequenceLength: 6 };

function batchOf(windows: number[][], targets: number[]): Batch {
  return {
    size: windows.length,
    time: windows[0].length,
    inputs: Int32Array.from(windows.flat()),
    targets: Int32Array.from(targets),
    weights: new Float32Array(windows.length).fill(1),
  };
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('the Classic network', () => {
  it('has the published number of parameters', () => {
    const network = buildNetwork(presets.seed, presets.seed.defaults);
    expect(network.summary()).toEqual({
      layers: [
        { layer: 'LSTM, 256 units', outputShape: [null, 256], parameters: 271_360 },
        { layer: 'Dropout', outputShape: [null, 256], parameters: 0 },
        { layer: 'Dense', outputShape: [null, 128], parameters: 32_896 },
        { layer: 'Activation (ReLU)', outputShape: [null, 128], parameters: 0 },
        { layer: 'Dense', outputShape: [null, 88], parameters: 11_352 },
        { layer: 'Activation (softmax)', outputShape: [null, 88], parameters: 0 },
      ],
      parameters: 315_608,
    });
    network.dispose();
  });

  it('starts with the loss of a uniform guess, the same for the same seed', async () => {
    const losses: number[] = [];
    for (let i = 0; i < 2; i++) {
      const network = buildMelodyNetwork({ kind: 'melody', units: 16, hidden: 8 }, settings);
      const loss = network.losses(batchOf([[1, 2, 3, 4, 5, 6]], [40]), Random.fromSeed(4));
      losses.push((await loss.data())[0]);
      loss.dispose();
      network.dispose();
    }
    expect(losses[0]).toBe(losses[1]);
    expect(Math.abs(losses[0] - Math.log(KEYS))).toBeLessThan(0.7);
  });

  it('leaks no tensors', async () => {
    const before = tf.memory().numTensors;
    const network = buildMelodyNetwork({ kind: 'melody', units: 16, hidden: 8 }, settings);
    const built = tf.memory().numTensors;
    network.losses(batchOf([[-1, -1, 3, 4, 5, 6]], [40]), Random.fromSeed(4)).dispose();
    network.summary();
    expect(tf.memory().numTensors).toBe(built);
    network.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives the same probabilities as the composer', async () => {
    const architecture = { kind: 'melody', units: 24, hidden: 16 } as const;
    const network = buildMelodyNetwork(architecture, settings);
    const composer = createMelodyComposer(architecture, await saveWeights(network), 6);
    const prompt = [30, 34, 37, 42, 39, 37, 35, 30, 32, 34, 35, 37, 39, 42];
    const composed = [
      ...composer.compose({
        prompt: { width: 1, data: Int16Array.from(prompt) },
        length: 0,
        temperature: 1,
        rhythmTemperature: 1,
        topP: 1,
        timeSignature: { tick: 0, numerator: 4, denominator: 4 },
        random: [Random.fromSeed(1)],
      }),
    ].flat();
    const silence = new Array<number>(6).fill(-1);
    // The first active state has read silence; after six keys the other one is active.
    const heard = [
      { at: 0, window: silence },
      { at: 3, window: [...silence, ...prompt.slice(0, 3)] },
      { at: 7, window: prompt.slice(0, 7) },
      { at: 13, window: prompt.slice(6, 13) },
    ];
    for (const { at, window } of heard) {
      const loss = network.losses(batchOf([window], [prompt[at]]));
      const [nats] = await loss.data();
      loss.dispose();
      expect(composed[at].odds.probability).toBeCloseTo(Math.exp(-nats), 5);
    }
    network.dispose();
  });
});
