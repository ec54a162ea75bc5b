import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../music/encoding/form';
import { readColumns } from '../../music/encoding/rows';
import { TICK_CLASSES } from '../../music/encoding/tickClasses';
import { FORM_COLUMNS as COLUMN } from '../../music/form/columns';
import { DEGREES } from '../../music/form/plan';
import { readPlan } from '../../music/form/planText';
import { Random } from '../../music/random';
import type { Song } from '../../music/song';
import type { ComposedRow, ComposeOptions } from '../composer';
import { buildPolyphonicNetwork } from '../polyphonic/polyphonicNetwork';
import { presets } from '../preset';
import { saveWeights } from '../weights';
import type { NamedWeight } from '../weightValues';
import { createFormComposer } from './formComposer';

const architecture = { kind: 'polyphonic', units: 12, layers: 1, hidden: 10 } as const;
const settings = presets['form-small'].defaults;
const width = form.columns.length;
const timeSignature = { tick: 0, numerator: 3, denominator: 4 };
const BAR = 72;
const ECHO = form.columns.findIndex(({ name }) => name === 'echoPitch');

const notes = [0, 12, 24, 48, 72, 84, 96, 120].map((tick, i) => ({
  tick,
  duration: 12,
  pitch: 60 + (i % 4),
  velocity: 80,
}));
const song: Song = {
  title: '',
  ppq: 24,
  tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
  timeSignatures: [timeSignature],
  keySignatures: [],
  tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
};

const options: ComposeOptions = {
  temperature: 1,
  rhythmTemperature: 1,
  topP: 1,
  prompt: { width, data: new Int16Array(0) },
  length: 6,
  timeSignature,
  random: [],
};

let weights: NamedWeight[];

beforeAll(async () => {
  await tf.setBackend('cpu');
  const network = buildPolyphonicNetwork(architecture, form.columns, settings);
  weights = await saveWeights(network);
  network.dispose();
});

/** The weights with some replaced. */
function changed(change: (name: string, values: Float32Array) => void): NamedWeight[] {
  return weights.map((weight) => {
    const values = Float32Array.from(weight.values);
    change(weight.name, values);
    return { ...weight, values };
  });
}

function compose(change: Partial<ComposeOptions> = {}, own = weights): ComposedRow[][] {
  const random = change.random ?? [1, 2, 3].map((seed) => Random.fromSeed(seed));
  const rows = [
    ...createFormComposer(architecture, form.columns, own).compose({
      ...options,
      ...change,
      random,
    }),
  ].flat();
  return random.map((_, take) => rows.filter((row) => row.take === take));
}

function onsetsOf(take: readonly ComposedRow[]): number[] {
  let tick = 0;
  return take.map(({ row }) => {
    tick += TICK_CLASSES[row[COLUMN.time]];
    return tick;
  });
}

describe('composing with form', () => {
  it('fills the requested bars and lets no note sound past them', () => {
    for (const take of compose()) {
      const onsets = onsetsOf(take);
      expect(take.length).toBeGreaterThan(3);
      expect(onsets[0] % 6).toBe(0);
      onsets.forEach((tick, i) => {
        expect(tick + TICK_CLASSES[take[i].row[COLUMN.duration]]).toBeLessThanOrEqual(6 * BAR);
      });
    }
  });

  it('ends where the network predicts the end, in the last bar and not before', () => {
    const eager = changed((name, values) => {
      if (name === 'end/output_bias') values[1] = 50;
    });
    for (const take of compose({}, eager)) {
      const onsets = onsetsOf(take);
      expect(take.map(({ row }) => row[COLUMN.end]).indexOf(1)).toBe(take.length - 1);
      expect(onsets.filter((tick) => tick >= 5 * BAR)).toHaveLength(1);
    }
  });

  it('writes the rows that encoding its notes gives', () => {
    const plan = readPlan('n n s2 v2 s4 r1');
    const [take] = compose({ random: [Random.fromSeed(4)], forms: [{ key: 7, plan }] });
    const derivation = form.derive?.({
      meters: [{ tick: 0, barTicks: BAR }],
      key: 7,
      bars: 6,
      plan,
    });
    for (const { row } of take) {
      const again: number[] = [];
      while (again.length < width) {
        derivation?.complete(again);
        again.push(row[again.length]);
      }
      const memory = form.columns.map(({ group }) => group === 'memory');
      row.forEach((value, column) => {
        // Memory is withheld where the plan has no repeat.
        if (!memory[column] || value >= 0) expect(value).toBe(again[column]);
      });
      derivation?.read(row);
    }
    const degrees = take.map(({ row }) => row[COLUMN.noteDegree]);
    expect(new Set(degrees)).toEqual(new Set([0, 1, 3, 4]));
  });

  it('gives the same takes for the same seeds, alone or together', () => {
    const [, second] = compose();
    const [alone] = compose({ random: [Random.fromSeed(2)] });
    expect(alone.map(({ row }) => row)).toEqual(second.map(({ row }) => row));
  });

  it('continues a prompt with bars that the plan repeats', () => {
    const prompt = form.encode(song);
    const plan = readPlan('n n s2 s2');
    const forms = [{ plan }, { plan }, { plan }];
    // A network that plays only what its memory foretells.
    const echoing = changed((name, values) => {
      if (name.startsWith('lstm')) values.fill(0);
      if (!name.endsWith('output_kernel')) return;
      for (let i = 0; i < values.length; i++) values[i] *= 12;
    });
    const takes = compose({ prompt, length: 2, forms, temperature: 0.2 }, echoing);
    for (const take of takes) {
      expect(take.slice(0, 8).map(({ row }) => row[COLUMN.pitch])).toEqual(
        notes.map(({ pitch }) => pitch - 21),
      );
      expect(
        onsetsOf(take)
          .slice(8)
          .every((tick) => tick >= 2 * BAR || tick > 120),
      ).toBe(true);
      const echoed = take.filter(({ row }) => row[COLUMN.noteDegree] === DEGREES.indexOf('same'));
      expect(echoed.some(({ row }) => row[ECHO] >= 0)).toBe(true);
    }
  });

  it('gives the notes the probabilities of the network', async () => {
    const prompt = form.encode(song);
    const time = prompt.data.length / width;
    const [take] = compose({ prompt, length: 1, random: [Random.fromSeed(1)] });
    const rows = take.slice(0, time);
    const read = readColumns(form.columns);
    const inputs = new Int32Array(time * read.length).fill(-1);
    rows.slice(0, -1).forEach(({ row }, i) => {
      read.forEach((column, at) => {
        inputs[(i + 1) * read.length + at] = row[column];
      });
    });
    const targets = Int32Array.from(rows.flatMap(({ row }) => row));
    const before = tf.memory().numTensors;
    const network = buildPolyphonicNetwork(architecture, form.columns, settings);
    const losses = network.losses({
      size: 1,
      time,
      inputs,
      targets,
      weights: new Float32Array(time).fill(1),
    });
    // Time, end, pitch, velocity, duration.
    const pitchLoss = (await losses.data())[2];
    losses.dispose();
    network.dispose();
    expect(tf.memory().numTensors).toBe(before);
    const nats = rows.reduce((sum, { odds }) => sum - Math.log(odds.probability), 0);
    expect(nats).toBeCloseTo(pitchLoss, 4);
  });

  it('plays no key outside the scale', () => {
    const pitchClasses = [0, 2, 4, 5, 7, 9, 11];
    for (const { row } of compose({ pitchClasses }).flat()) {
      expect(pitchClasses).toContain((row[COLUMN.pitch] + 21) % 12);
    }
  });

  it('ends a take that grows too dense for hands, and reports it', () => {
    const dense = changed((name, values) => {
      if (name === 'time/output_bias') values[1] = 50;
      if (name === 'end/output_bias') values[0] = 50;
    });
    for (const take of compose({}, dense)) {
      expect(take.at(-1)?.early).toBe(true);
      expect(take.slice(0, -1).every(({ early }) => !early)).toBe(true);
    }
  });
});
