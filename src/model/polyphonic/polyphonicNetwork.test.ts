import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { STUDIO_COLUMNS, studio } from '../../music/encoding/studio';
import { TICK_CLASSES } from '../../music/encoding/tickClasses';
import { Random } from '../../music/random';
import type { Song } from '../../music/song';
import type { Batch } from '../batch';
import type { ComposedRow, ComposeOptions } from '../composer';
import { presets } from '../preset';
import { saveWeights } from '../weights';
import type { NamedWeight } from '../weightValues';
import { createPolyphonicComposer } from './polyphonicComposer';
import { buildPolyphonicNetwork } from './polyphonicNetwork';

const architecture = { kind: 'polyphonic', units: 12, layers: 2, hidden: 10 } as const;
const settings = presets['studio-small'].defaults;
const width = studio.columns.length;

const song: Song = {
  title: '',
  ppq: 24,
  tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
  timeSignatures: [{ tick: 0, numerator: 3, denominator: 4 }],
  keySignatures: [],
  tracks: [
    {
      name: '',
      channel: 0,
      program: 0,
      isDrum: false,
      notes: [
        { tick: 0, duration: 24, pitch: 48, velocity: 70 },
        { tick: 0, duration: 12, pitch: 64, velocity: 80 },
        { tick: 12, duration: 12, pitch: 65, velocity: 60 },
        { tick: 24, duration: 48, pitch: 67, velocity: 90 },
      ],
      pedal: [],
    },
  ],
};
const rows = studio.encode(song);

/** All rows of the piece, each predicted from those before it. */
function wholePiece(): Batch {
  const time = rows.data.length / width;
  const inputs = new Int32Array(rows.data.length).fill(-1);
  inputs.set(rows.data.subarray(0, -width), width);
  return {
    size: 1,
    time,
    inputs,
    targets: Int32Array.from(rows.data),
    weights: new Float32Array(time).fill(1),
  };
}

const options: ComposeOptions = {
  temperature: 1,
  rhythmTemperature: 1,
  topP: 1,
  prompt: { width, data: new Int16Array(0) },
  length: 4,
  timeSignature: { tick: 0, numerator: 3, denominator: 4 },
  random: [1, 2, 3].map((seed) => Random.fromSeed(seed)),
};

let weights: NamedWeight[];

beforeAll(async () => {
  await tf.setBackend('cpu');
  const network = buildPolyphonicNetwork(architecture, studio.columns, settings);
  weights = await saveWeights(network);
  network.dispose();
});

function compose(change: Partial<ComposeOptions> = {}): ComposedRow[] {
  const composer = createPolyphonicComposer(architecture, studio.columns, weights);
  return [...composer.compose({ ...options, ...change })].flat();
}

describe('the polyphonic network', () => {
  it('counts its parameters', () => {
    const network = buildPolyphonicNetwork(architecture, studio.columns, settings);
    const { layers, parameters } = network.summary();
    expect(layers.map(({ layer }) => layer)).toEqual([
      'LSTM, 12 units',
      'LSTM, 12 units',
      'Head: time',
      'Head: pitch',
      'Head: duration',
      'Head: velocity',
    ]);
    const held = network.variables().reduce((sum, { variable }) => sum + variable.size, 0);
    expect(parameters).toBe(held);
    network.dispose();
  });

  it('leaks no tensors', async () => {
    const before = tf.memory().numTensors;
    const network = buildPolyphonicNetwork(architecture, studio.columns, settings);
    const { grads, value } = tf.variableGrads(
      () => tf.sum(network.losses(wholePiece(), Random.fromSeed(1))),
      network.variables().map(({ variable }) => variable),
    );
    expect(Object.keys(grads)).toHaveLength(network.variables().length);
    tf.dispose([value, grads]);
    network.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives the pitches the same probabilities as the composer', async () => {
    const network = buildPolyphonicNetwork(architecture, studio.columns, settings);
    const losses = network.losses(wholePiece());
    const pitchLoss = (await losses.data())[1];
    losses.dispose();
    network.dispose();
    const prompt = compose({ prompt: rows, length: 0, random: [Random.fromSeed(1)] }).slice(
      0,
      wholePiece().time,
    );
    const nats = prompt.reduce((sum, { odds }) => sum - Math.log(odds.probability), 0);
    expect(nats).toBeCloseTo(pitchLoss, 4);
  });
});

describe('composing with it', () => {
  const barTicks = 72;

  it('gives the same takes for the same seeds, alone or together', () => {
    const again = { random: [1, 2, 3].map((seed) => Random.fromSeed(seed)) };
    const together = compose(again);
    const alone = compose({ random: [Random.fromSeed(2)] });
    const second = together.filter(({ take }) => take === 1).map(({ row }) => row);
    expect(alone.map(({ row }) => row)).toEqual(second);
    expect(second.length).toBeGreaterThan(3);
  });

  it('ends each take with a chord on the bar line', () => {
    const random = [4, 5, 6, 7].map((seed) => Random.fromSeed(seed));
    const composed = compose({ random });
    for (let take = 0; take < random.length; take++) {
      const own = composed.filter((row) => row.take === take);
      expect(own.at(-1)?.closing).toEqual({
        tick: 4 * barTicks,
        duration: barTicks,
        early: false,
      });
      const beforeIt = own.filter(({ closing }) => !closing);
      const tick = beforeIt.reduce((sum, { row }) => sum + TICK_CLASSES[row[0]], 0);
      expect(tick).toBeLessThan(4 * barTicks);
    }
  });

  it('adds whole bars to a prompt that ends within a bar', () => {
    const composed = compose({ prompt: rows, length: 2, random: [Random.fromSeed(9)] });
    expect(composed.slice(0, 4).flatMap(({ row }) => row)).toEqual([...rows.data]);
    expect(composed.at(-1)?.closing?.tick).toBe(3 * barTicks);
  });

  it('lets no chord climb to keys that the network finds improbable', () => {
    // A network that prefers endless chords of one key and its neighbours.
    const wanted = 40;
    const obsessed = weights.map((weight): NamedWeight => {
      const values = Float32Array.from(weight.values);
      if (weight.name === 'time/output_bias') values[0] = 6;
      if (weight.name === 'pitch/output_bias') {
        values.forEach((_, key) => {
          values[key] = -3 * Math.abs(key - wanted);
        });
      }
      return { ...weight, values };
    });
    const composer = createPolyphonicComposer(architecture, studio.columns, obsessed);
    const random = [1, 2, 3].map((seed) => Random.fromSeed(seed));
    const keys = [...composer.compose({ ...options, length: 12, random })]
      .flat()
      .map(({ row }) => row[STUDIO_COLUMNS.pitch]);
    expect(keys.length).toBeGreaterThan(20);
    expect(Math.max(...keys)).toBeLessThan(wanted + 6);
  });

  it('plays no key twice in a chord, and none outside the scale', () => {
    const pitchClasses = [0, 2, 4, 5, 7, 9, 11];
    const composed = compose({ pitchClasses, length: 12 });
    for (let take = 0; take < 3; take++) {
      let highest = -1;
      for (const { row } of composed.filter((added) => added.take === take)) {
        if (row[STUDIO_COLUMNS.time] > 0) highest = -1;
        expect(row[STUDIO_COLUMNS.pitch]).toBeGreaterThan(highest);
        highest = row[STUDIO_COLUMNS.pitch];
        expect(pitchClasses).toContain((row[STUDIO_COLUMNS.pitch] + 21) % 12);
      }
    }
  });
});
