import { describe, expect, it } from 'vitest';
import { createComposer } from '../model/createComposer';
import { presets } from '../model/preset';
import { weightShapes } from '../model/weightShapes';
import { encodings } from '../music/encoding';
import { Random } from '../music/random';
import type { STYLES } from '../music/style';
import type { Checkpoint } from './checkpoint';
import { columnsOf, isKnownEncoding, shapesOf, upgraded } from './formVersions';

const preset = presets['form-small'];
const OLD = { id: 'form', version: 1 } as const;
const shapes = shapesOf(OLD, weightShapes(preset));

function numbers(shape: readonly number[]): Float32Array<ArrayBuffer> {
  const size = shape.reduce((product, side) => product * side, 1);
  // Multiplicative hashing (Knuth 1973, section 6.4): as good as random here, and fast.
  return new Float32Array(size).map(
    (_, i) => (Math.imul(i + 1, 2_654_435_761) >>> 0) / 2 ** 32 - 0.5,
  );
}

const weights = shapes.map(({ name, shape }) => ({ name, shape, values: numbers(shape) }));
const old: Checkpoint = {
  preset: 'form-small',
  encoding: OLD,
  settings: preset.defaults,
  weights,
  best: { epoch: 1, validationLoss: 2, weights },
  optimizer: {
    step: 3,
    moments: shapes.map(({ shape }) => ({ mean: numbers(shape), square: numbers(shape) })),
  },
  step: 3,
  epoch: 1,
  epochSum: 0,
  history: [],
  trainedOn: { training: [], validation: [] },
  typicalMeter: {
    microsecondsPerQuarter: 500_000,
    timeSignature: { numerator: 4, denominator: 4 },
  },
};

/** Faster than a deep comparison. */
function same(some: Float32Array, other: Float32Array): boolean {
  return some.length === other.length && some.every((value, i) => value === other[i]);
}

describe('a model without style', () => {
  it('is known, without the column', () => {
    expect(isKnownEncoding(OLD)).toBe(true);
    expect(isKnownEncoding({ id: 'form', version: 3 })).toBe(false);
    expect(isKnownEncoding({ id: 'studio', version: 0 })).toBe(false);
    expect(columnsOf(OLD).map(({ name }) => name)).not.toContain('style');
    expect(columnsOf(OLD)).toHaveLength(encodings.form.columns.length - 1);
  });

  it('gets the shapes of the present network, and keeps its numbers', () => {
    const now = upgraded(old);
    expect(now.encoding).toEqual({ id: 'form', version: encodings.form.version });
    const list = now.weights.map(({ name, shape }) => ({ name, shape }));
    expect(list).toEqual(weightShapes(preset));
    now.weights.forEach(({ values, shape }, i) => {
      expect(values).toHaveLength(shape.reduce((product, side) => product * side, 1));
      const added = values.length - old.weights[i].values.length;
      expect(same(values.subarray(added), old.weights[i].values)).toBe(true);
      expect(values.subarray(0, added).every((value) => value === 0)).toBe(true);
      const { mean, square } = now.optimizer.moments[i];
      expect(same(mean.subarray(added), old.optimizer.moments[i].mean)).toBe(true);
      expect(same(square.subarray(added), old.optimizer.moments[i].square)).toBe(true);
      const best = now.best?.weights[i].values;
      expect(best && same(best, values)).toBe(true);
    });
  });

  it('composes the same notes whatever style is asked', () => {
    const { weights: ours } = upgraded(old);
    const composer = createComposer(preset, ours, preset.defaults.sequenceLength);
    const compose = (style: (typeof STYLES)[number] | undefined): (readonly number[])[] =>
      [
        ...composer.compose({
          temperature: 1,
          rhythmTemperature: 1,
          topP: 1,
          prompt: { width: encodings.form.columns.length, data: new Int16Array(0) },
          length: 8,
          timeSignature: { tick: 0, numerator: 4, denominator: 4 },
          random: [Random.fromSeed(1)],
          forms: [{ style }],
        }),
      ]
        .flat()
        .map(({ row }) => row.slice(1));
    expect(compose(undefined).length).toBeGreaterThan(3);
    expect(compose('chopin')).toEqual(compose(undefined));
  });

  it('of the present version is left alone', () => {
    const now = upgraded(old);
    expect(upgraded(now)).toBe(now);
  });
});
