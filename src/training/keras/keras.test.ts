import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type PresetId, presets } from '../../model/preset';
import { weightShapes } from '../../model/weightShapes';
import { encodings } from '../../music/encoding';
import { Random } from '../../music/random';
import type { Checkpoint } from '../checkpoint';
import { isKerasFile, readKerasFile } from './read';
import { writeKerasFile } from './write';

/** Files that Keras wrote; see `bench/peers/keras_fixtures.py`. */
function fixture(name: string): Uint8Array {
  return gunzipSync(readFileSync(join(import.meta.dirname, `testing/fixtures/${name}.gz`)));
}

function open(bytes: Uint8Array): Checkpoint {
  const read = readKerasFile(bytes);
  if (!read.ok) throw new Error(read.reason);
  return read.model.checkpoint;
}

function reasonFor(bytes: Uint8Array): string {
  expect(isKerasFile(bytes)).toBe(true);
  const read = readKerasFile(bytes);
  if (read.ok) throw new Error('It was opened.');
  expect(read.reason).toMatch(/^[A-Z][^\n]*\.$/);
  return read.reason;
}

/** The numbers in the fixtures: see `pattern` there. */
function pattern(from: number, count: number, offset: number): number[] {
  return Array.from({ length: count }, (_, i) => (((from + i + offset) % 13) - 6) / 64);
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function valuesOf({ weights }: Checkpoint, name: string): number[] {
  return [...(weights.find((weight) => weight.name === name)?.values ?? [])];
}

/** Bit for bit; millions of numbers are too many for an assertion each. */
function sameNumbers(
  a: readonly { values: Float32Array }[],
  b: readonly { values: Float32Array }[],
): boolean {
  return (
    a.length === b.length &&
    a.every(({ values }, i) => Buffer.from(values.buffer).equals(Buffer.from(b[i].values.buffer)))
  );
}

describe('files that Keras wrote', () => {
  it.each(['keras', 'h5', 'weights.h5'])('Classic, .%s', (form) => {
    const checkpoint = open(fixture(`classic.${form}`));
    expect(checkpoint.preset).toBe('seed');
    expect(checkpoint.weights.map(({ name }) => name)).toEqual(
      weightShapes(presets.seed).map(({ name }) => name),
    );
    checkpoint.weights.forEach(({ values, shape }, i) => {
      expect([...values.subarray(0, 40)]).toEqual(pattern(0, Math.min(40, sizeOf(shape)), i));
    });
    const { optimizer } = checkpoint;
    expect(optimizer.step).toBe(7);
    optimizer.moments.forEach(({ mean, square }, i) => {
      expect([...mean.subarray(0, 20)]).toEqual(pattern(0, 20, 2 * i + 1));
      expect([...square.subarray(0, 20)]).toEqual(pattern(0, 20, 2 * i + 2));
    });
    expect(checkpoint.settings.learningRate).toBe(0.002);
    expect(checkpoint.settings.dropout).toBe(form === 'weights.h5' ? 0.3 : 0.25);
  });

  it.each(['float16', 'bfloat16'])('Classic in %s', (type) => {
    const { weights } = open(fixture(`classic-${type}.weights.h5`));
    weights.forEach(({ values, shape }, i) => {
      expect([...values.subarray(0, 40)]).toEqual(pattern(0, Math.min(40, sizeOf(shape)), i));
    });
  });

  it('in integers of 16 bits are refused with a sentence that says so', () => {
    const bytes = fixture('classic-float16.weights.h5');
    const at = Buffer.from(bytes).indexOf(Uint8Array.of(0x11, 0x20, 15, 0, 2, 0, 0, 0));
    bytes[at] = 0x10;
    expect(reasonFor(bytes)).toBe(
      'The weights in this Keras file are integers of 16 bits; save the model in float32.',
    );
  });

  it.each(['keras', 'h5', 'weights.h5'])('Studio, .%s', (form) => {
    const checkpoint = open(fixture(`form-small.${form}`));
    expect(checkpoint.preset).toBe('form-small');
    expect(checkpoint.optimizer.step).toBe(7);
    // One matrix in Keras, two of ours: the embedding's rows follow those of the state.
    const [kernel, embedding] = ['time/kernel', 'time/embedding'].map((name) =>
      valuesOf(checkpoint, name),
    );
    expect(kernel.length).toBe(128 * 96);
    expect(kernel.slice(0, 30)).toEqual(pattern(0, 30, 3));
    expect(embedding.slice(0, 30)).toEqual(pattern(128 * 96, 30, 3));
    const last = checkpoint.weights.at(-1);
    expect(last?.name).toBe('duration/output_bias');
    expect([...(last?.values.subarray(0, 30) ?? [])]).toEqual(pattern(0, 30, 22));
  });

  it('of other networks are refused with their first difference', () => {
    const other = 'This Keras model is another network than Etude’s: ';
    expect(reasonFor(fixture('other-units.keras'))).toBe(
      `${other}“units” of layer 1 is 64, and 256 here.`,
    );
    expect(reasonFor(fixture('other-layers.keras'))).toBe(
      `${other}layer 1 is Conv1D, and LSTM here.`,
    );
    expect(reasonFor(fixture('other-layers.weights.h5'))).toBe(
      `${other}it has a layer of another kind, conv1d.`,
    );
    for (const form of ['keras', 'weights.h5']) {
      expect(reasonFor(fixture(`other-vocabulary.${form}`))).toBe(
        `${other}it chooses among 307 notes and chords of its own vocabulary, and Classic among 88 piano keys.`,
      );
    }
  });

  it('of Studio are refused where one layer is another', () => {
    const parts = unzipSync(fixture('form-small.keras'));
    const change = (from: string, to: string): string => {
      const config = strFromU8(parts['config.json']).replace(from, to);
      return reasonFor(zipSync({ ...parts, 'config.json': strToU8(config) }, { level: 0 }));
    };
    expect(change('"num_tokens": 88', '"num_tokens": 89')).toMatch(
      /“num_tokens” of layer .* is 89, and 88 here/,
    );
    expect(change('"activation": "tanh", "recurrent', '"activation": "relu", "recurrent')).toMatch(
      /“activation” of layer “lstm” is relu, and tanh here/,
    );
    expect(change('["rows_before", 0', '["rows", 0')).toMatch(/“lstm” reads other layers/);
  });
});

/** A checkpoint with numbers of all kinds. */
function checkpointOf(preset: PresetId): Checkpoint {
  const random = Random.fromSeed(9);
  const draw = (shape: readonly number[]): Float32Array<ArrayBuffer> =>
    Float32Array.from({ length: sizeOf(shape) }, () => random.next() - 0.5);
  const weights = (): Checkpoint['weights'] =>
    weightShapes(presets[preset]).map((row) => ({ ...row, values: draw(row.shape) }));
  const { encoding } = presets[preset];
  return {
    preset,
    encoding: { id: encoding, version: encodings[encoding].version },
    settings: { ...presets[preset].defaults, seed: 77 },
    weights: weights(),
    best: { epoch: 2, validationLoss: 2.25, weights: weights() },
    optimizer: {
      step: 30,
      moments: weightShapes(presets[preset]).map(({ shape }) => ({
        mean: draw(shape),
        square: draw(shape),
      })),
    },
    step: 30,
    epoch: 3,
    epochSum: 1.5,
    history: [{ epoch: 1, trainingLoss: 3, validationLoss: 2.5 }],
    trainedOn: { training: ['a', 'b'], validation: ['c'] },
    typicalMeter: {
      microsecondsPerQuarter: 512_345,
      timeSignature: { numerator: 6, denominator: 8 },
    },
    forms: undefined,
    lineage: { epochs: 4, pieces: ['x'], heldOut: [], root: undefined },
  };
}

function write(checkpoint: Checkpoint): Uint8Array {
  const saved = new Date('2026-05-03T12:00:00Z');
  return writeKerasFile(checkpoint, { version: '1.2.3', saved, titleOf: (id) => `Piece ${id}` });
}

describe('files for Keras', () => {
  it.each<PresetId>(['seed', 'form-small', 'studio-small'])(
    'give back a whole checkpoint: %s',
    (id) => {
      const checkpoint = checkpointOf(id);
      const read = readKerasFile(write(checkpoint));
      if (!read.ok) throw new Error(read.reason);
      const { weights, best, optimizer, ...rest } = read.model.checkpoint;
      const { weights: sameWeights, best: sameBest, optimizer: same, ...others } = checkpoint;
      expect(rest).toEqual(others);
      expect(sameNumbers(weights, sameWeights)).toBe(true);
      expect(sameNumbers(best?.weights ?? [], sameBest?.weights ?? [])).toBe(true);
      expect(optimizer.step).toBe(same.step);
      for (const part of ['mean', 'square'] as const) {
        const values = (moments: typeof same.moments): { values: Float32Array }[] =>
          moments.map((moment) => ({ values: moment[part] }));
        expect(sameNumbers(values(optimizer.moments), values(same.moments))).toBe(true);
      }
      expect(read.model.pieces[2]).toEqual({ id: 'c', title: 'Piece c' });
    },
  );

  it('name the date and the preset as Keras does', () => {
    const parts = unzipSync(write(checkpointOf('seed')));
    const metadata = JSON.parse(strFromU8(parts['metadata.json']));
    expect(metadata.date_saved).toBe('2026-05-03@12:00:00');
    const config = JSON.parse(strFromU8(parts['config.json']));
    expect([config.class_name, config.config.name]).toEqual(['Sequential', 'etude_seed']);
  });

  it('are opened or refused with a sentence, whatever was changed in them', () => {
    const whole = write(checkpointOf('seed'));
    const random = Random.fromSeed(5);
    const heads = [0, whole.length - 2000];
    let refused = 0;
    for (let round = 0; round < 30; round++) {
      const bytes = whole.slice();
      for (const from of heads) bytes[from + random.below(2000)] = random.below(256);
      if (!isKerasFile(bytes)) continue;
      const read = readKerasFile(bytes);
      if (read.ok) continue;
      expect(read.reason).toMatch(/^[A-Z][^\n]*\.$/);
      refused++;
    }
    expect(refused).toBeGreaterThan(5);
    expect(reasonFor(whole.slice(0, whole.length / 2))).toContain('damaged');
  });

  it('are refused with numbers that are none', () => {
    const checkpoint = checkpointOf('seed');
    checkpoint.weights[1].values[5] = Number.NaN;
    expect(reasonFor(write(checkpoint))).toContain('not all numbers');
  });
});
