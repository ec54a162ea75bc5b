/** Withheld conditions in training: drawn from the run's seed, equal in inputs and targets. */
import { describe, expect, it } from 'vitest';
import { type Preset, presets } from '../model/preset';
import type { EncodingColumn } from '../music/encoding/encoding';
import { Dataset } from './dataset';
import type { EncodedPiece } from './split';

const columns: EncodingColumn[] = [
  { name: 'key', classes: 24, predicted: false, group: 'key', transposes: 'tonic' },
  { name: 'degree', classes: 5, predicted: false, group: 'plan' },
  {
    name: 'match',
    classes: 88,
    predicted: false,
    group: 'memory',
    transposes: 'pitch',
    headsOnly: true,
  },
  { name: 'pitch', classes: 88, predicted: true, transposes: 'pitch' },
];
const WIDTH = columns.length;

/** 40 rows without missing values. */
function piece(id: string): EncodedPiece {
  const rows = Array.from({ length: 40 }, (_, i) => [3, i % 5, 50, 40 + (i % 7)]);
  return { id, rows: { width: WIDTH, data: Int16Array.from(rows.flat()) } };
}

const pieces = ['a', 'b', 'c', 'd', 'e'].map(piece);

function datasetOf(withhold: Preset['training']['withhold'], seed = 1): Dataset {
  const preset: Preset = {
    ...presets['form-small'],
    training: { ...presets['form-small'].training, withhold, transpose: 5 },
  };
  const settings = { ...preset.defaults, batchSize: 4, sequenceLength: 8, seed };
  return new Dataset([], preset, settings, { training: pieces, validation: pieces }, columns);
}

/** Targets of an epoch, by example, without padding. */
function examples(dataset: Dataset, epoch: number): number[][][] {
  const pass = dataset.trainingEpoch(epoch);
  return Array.from({ length: pass.count }, (_, index) => pass.batch(index)).flatMap(
    ({ size, time, targets, weights }) =>
      Array.from({ length: size }, (_, example) =>
        Array.from({ length: time }, (_, step) => example * time + step)
          .filter((row) => weights[row] > 0)
          .map((row) => Array.from(targets.subarray(row * WIDTH, (row + 1) * WIDTH))),
      ),
  );
}

const share = (rows: number[][][], column: number): number => {
  const counted = rows.filter((example) => example.length > 0);
  return (
    counted.filter((example) => example.every((row) => row[column] < 0)).length / counted.length
  );
};

describe('what training withholds', () => {
  it('follows the shares of the recipe, per window', () => {
    const dataset = datasetOf({ shares: { key: 0.25, plan: 0.5 }, evaluation: [] });
    const all = Array.from({ length: 40 }, (_, epoch) => examples(dataset, epoch + 1)).flat();
    expect(share(all, 0)).toBeCloseTo(0.25, 1);
    expect(share(all, 1)).toBeCloseTo(0.5, 1);
    expect(share(all, 2)).toBe(0);
  });

  it('is equal for the same seed and epoch, and differs otherwise', () => {
    const recipe = { shares: { memory: 0.4, plan: 0.4 }, gaps: 0.2, evaluation: [] };
    expect(examples(datasetOf(recipe), 3)).toEqual(examples(datasetOf(recipe), 3));
    expect(examples(datasetOf(recipe), 3)).not.toEqual(examples(datasetOf(recipe), 4));
    expect(examples(datasetOf(recipe), 3)).not.toEqual(examples(datasetOf(recipe, 2), 3));
  });

  it('is fixed in evaluation', () => {
    const pass = datasetOf({
      shares: { key: 1 },
      gaps: 0.5,
      evaluation: ['plan'],
    }).validationPass();
    const { targets, weights } = pass.batch(0);
    weights.forEach((weight, row) => {
      if (weight === 0) return;
      expect(targets[row * WIDTH + 1]).toBe(-1);
      expect(targets[row * WIDTH]).toBe(3);
      expect(targets[row * WIDTH + 2]).toBe(50);
    });
  });
});

describe('windows', () => {
  it('transpose memory and key along with the notes', () => {
    const dataset = datasetOf({ shares: {}, evaluation: [] });
    const moved = new Set<number>();
    for (const [row] of examples(dataset, 1).filter(({ length }) => length > 0)) {
      const interval = row[2] - 50;
      expect(row[0]).toBe((((3 + interval) % 12) + 12) % 12);
      moved.add(interval);
    }
    expect(moved.size).toBeGreaterThan(3);
  });

  it('pass only the state columns to the LSTM', () => {
    const { inputs, size, time } = datasetOf(undefined).validationPass().batch(0);
    expect(inputs).toHaveLength(size * time * 3);
    expect(Array.from(inputs.subarray(3, 6))).toEqual([3, 0, 40]);
  });
});
