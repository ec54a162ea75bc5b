import { describe, expect, it } from 'vitest';
import { presets } from '../model/preset';
import type { NamedWeight } from '../model/weightValues';
import { encodings } from '../music/encoding';
import type { Checkpoint } from './checkpoint';
import { startModel, startProblem } from './start';

function checkpointOf(change: Partial<Checkpoint> = {}): Checkpoint {
  const values = Float32Array.of(0.25, -1.5);
  return {
    preset: 'form-small',
    encoding: { id: 'form', version: 1 },
    settings: presets['form-small'].defaults,
    weights: [{ name: 'dense/bias', shape: [2], values }],
    optimizer: { step: 30, moments: [{ mean: values, square: values }] },
    step: 30,
    epoch: 3,
    epochSum: 0,
    history: [],
    trainedOn: { training: ['a'], validation: ['b'] },
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
    ...change,
  };
}

const other: NamedWeight[] = [{ name: 'dense/bias', shape: [2], values: Float32Array.of(7, 8) }];

describe('the model that a run starts from', () => {
  it('has the best weights, and the epochs and pieces behind them', () => {
    const best = { epoch: 2, validationLoss: 3, weights: other };
    const first = startModel(checkpointOf({ epoch: 5, best }));
    expect(first.weights).toBe(other);
    expect(first.lineage).toEqual({ epochs: 2, pieces: ['a'], heldOut: ['b'] });
  });

  it('adds up the runs before it', () => {
    const lineage = { epochs: 4, pieces: ['a', 'c'], heldOut: ['d'], root: 'published' };
    expect(startModel(checkpointOf({ lineage })).lineage).toEqual({
      epochs: 7,
      pieces: ['a', 'c'],
      heldOut: ['b'],
      root: 'published',
    });
  });

  it('keeps only the id of a published model', () => {
    expect(startModel(checkpointOf(), 'published').lineage).toEqual({
      epochs: 3,
      pieces: [],
      heldOut: [],
      root: 'published',
    });
  });
});

describe('why a run cannot start from a model', () => {
  const form = { id: 'form', version: encodings.form.version } as const;

  it('says nothing where preset and encoding are the same', () => {
    expect(startProblem({ preset: 'form-small', encoding: form }, 'form-small')).toBeUndefined();
  });

  it('names the preset of a model of another one', () => {
    expect(startProblem({ preset: 'form-small', encoding: form }, 'form-medium')).toBe(
      'This model was made with Studio, small. Choose that preset, or start from nothing.',
    );
  });

  it('names a preset that always starts from nothing', () => {
    const model = { preset: 'seed', encoding: { id: 'melody', version: 1 } } as const;
    expect(startProblem(model, 'seed')).toBe('Classic always starts from nothing.');
  });

  it('refuses another version of the encoding', () => {
    const encoding = { ...form, version: 0 };
    expect(startProblem({ preset: 'form-small', encoding }, 'form-small')).toBe(
      'This model was made by another version of Etude and cannot be trained further.',
    );
  });
});
