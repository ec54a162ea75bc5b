import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Preset, presets } from '../model/preset';
import { melody } from '../music/encoding/melody';
import { Random } from '../music/random';
import { Dataset } from './dataset';
import { type EncodedPiece, splitPieces } from './split';
import { evaluationWindows, trainingWindows, WINDOW_FIELDS } from './windows';

const columns = [{ name: 'pitch', classes: 88, predicted: true, transposes: 'pitch' } as const];
const everyRow = { predict: 'every row', transpose: 5, schedule: 'constant' } as const;
const lastRow = { predict: 'last row', transpose: 0, schedule: 'constant' } as const;

function piece(rows: number, from = 30): EncodedPiece {
  return {
    id: `${rows} rows`,
    rows: { width: 1, data: Int16Array.from({ length: rows }, (_, i) => from + (i % 12)) },
  };
}

/** Count of predictions per row and piece. */
function predicted(
  pieces: EncodedPiece[],
  windows: Int32Array,
  time: number,
  last: boolean,
): number[][] {
  const counts = pieces.map(({ rows }) => new Array<number>(rows.data.length).fill(0));
  for (let at = 0; at < windows.length; at += WINDOW_FIELDS) {
    const [index, start] = windows.subarray(at, at + WINDOW_FIELDS);
    for (let row = start + (last ? time - 1 : 0); row < start + time; row++) {
      if (row >= 0 && row < counts[index].length) counts[index][row]++;
    }
  }
  return counts;
}

const lengths = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 4 });
const times = fc.integer({ min: 1, max: 20 });

describe('windows', () => {
  it('predict every row of every piece exactly once, in training and in evaluation', () => {
    fc.assert(
      fc.property(lengths, times, fc.integer(), (rows, time, seed) => {
        const pieces = rows.map((count) => piece(count));
        const random = Random.fromSeed(seed);
        for (const recipe of [everyRow, lastRow]) {
          const last = recipe.predict === 'last row';
          const once = pieces.map(({ rows: { data } }) => Array.from(data, () => 1));
          const training = trainingWindows(pieces, time, recipe, columns, random);
          expect(predicted(pieces, training, time, last)).toEqual(once);
          const evaluation = evaluationWindows(pieces, time, recipe);
          expect(predicted(pieces, evaluation, time, last)).toEqual(once);
        }
      }),
    );
  });

  it('start at random places and keep every transposed key on the piano', () => {
    const pieces = [piece(50, 2), piece(50, 74)];
    const starts = new Set<number>();
    const intervals = [new Set<number>(), new Set<number>()];
    for (let seed = 0; seed < 60; seed++) {
      const windows = trainingWindows(pieces, 16, everyRow, columns, Random.fromSeed(seed));
      for (let at = 0; at < windows.length; at += WINDOW_FIELDS) {
        starts.add(windows[at + 1]);
        intervals[windows[at]].add(windows[at + 2]);
      }
    }
    expect(starts.size).toBeGreaterThan(16);
    expect([...intervals[0]].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3, 4, 5]);
    expect([...intervals[1]].sort((a, b) => a - b)).toEqual([-5, -4, -3, -2, -1, 0, 1, 2]);
  });

  it('are equally many in every epoch', () => {
    const pieces = [piece(50), piece(7), piece(16)];
    const counts = Array.from(
      { length: 20 },
      (_, seed) => trainingWindows(pieces, 16, everyRow, columns, Random.fromSeed(seed)).length,
    );
    expect(new Set(counts).size).toBe(1);
  });
});

describe('the dataset', () => {
  const settings = { ...presets.seed.defaults, batchSize: 4, sequenceLength: 3 };
  const pieces = [piece(5)];

  it('puts the rows before each predicted row into the input', () => {
    const batch = new Dataset(pieces, presets.seed, settings, {
      training: [],
      validation: pieces,
    })
      .validationPass()
      .batch(0);
    expect([...batch.inputs]).toEqual([-1, -1, -1, -1, -1, 30, -1, 30, 31, 30, 31, 32]);
    expect([...batch.targets]).toEqual([30, 31, 32, 33]);
    expect([...batch.weights]).toEqual([1, 1, 1, 1]);
  });

  it('pads the last batch with examples of weight 0', () => {
    const pass = new Dataset(pieces, presets.seed, settings, {
      training: [],
      validation: pieces,
    }).validationPass();
    expect(pass.count).toBe(2);
    expect([...pass.batch(1).weights]).toEqual([1, 0, 0, 0]);
  });

  it('predicts every row of a window if the preset says so', () => {
    const preset: Preset = { ...presets.seed, training: everyRow };
    const batch = new Dataset(pieces, preset, settings, { training: [], validation: pieces })
      .validationPass()
      .batch(0);
    expect([...batch.inputs.subarray(0, 6)]).toEqual([-1, 30, 31, 32, 33, 34]);
    expect([...batch.targets.subarray(0, 5)]).toEqual([30, 31, 32, 33, 34]);
    expect([...batch.weights.subarray(0, 6)]).toEqual([1, 1, 1, 1, 1, 0]);
  });
});

describe('the split', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ ...piece(3 + i), id: `${i}` }));
  const split = (pieces: EncodedPiece[], seed: number) => splitPieces(pieces, seed, melody);

  it('holds out whole pieces, the same for the same seed', () => {
    const { training, validation } = split(many, 4);
    expect(validation).toHaveLength(2);
    expect(new Set([...training, ...validation])).toEqual(new Set(many));
    expect(split(many, 4)).toEqual({ training, validation });
    expect(split(many, 5).validation).not.toEqual(validation);
  });

  it('holds out one piece of two, and none of one', () => {
    expect(split(many.slice(0, 2), 1).validation).toHaveLength(1);
    expect(split(many.slice(0, 1), 1).validation).toHaveLength(0);
  });

  it('keeps copies together, in other keys too', () => {
    const copies = many.flatMap((one, i) => [one, { ...piece(3 + i, 33), id: `copy of ${i}` }]);
    for (let seed = 0; seed < 20; seed++) {
      const { training, validation } = split(copies, seed);
      expect(training).toHaveLength(36);
      for (const { id } of validation) {
        expect(training.some((other) => other.id === `copy of ${id}`)).toBe(false);
      }
    }
  });

  it('takes keys for works where all is one work, and holds out nothing of one piece', () => {
    expect(split([piece(9, 30), piece(9, 32), piece(9, 30)], 1).validation).not.toHaveLength(0);
    expect(split([piece(9), piece(9), piece(9)], 1).validation).toHaveLength(0);
  });
});
