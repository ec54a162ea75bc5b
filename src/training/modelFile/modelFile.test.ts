import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../files/crc32';
import { presets } from '../../model/preset';
import { Random } from '../../music/random';
import type { Checkpoint } from '../checkpoint';
import type { Manifest, TensorRow } from './manifest';
import { isModelFile, readModelFile } from './read';
import { writeCompactModelFile, writeModelFile } from './write';

const SHAPES: readonly TensorRow[] = [
  { name: 'lstm/kernel', shape: [2, 8] },
  { name: 'lstm/bias', shape: [8] },
];
const expected = (): readonly TensorRow[] => SHAPES;

function tensors(start: number): Checkpoint['weights'] {
  return SHAPES.map(({ name, shape }) => ({ name, shape, values: numbers(shape, start) }));
}

function numbers(shape: readonly number[], start: number): Float32Array<ArrayBuffer> {
  const size = shape.reduce((product, side) => product * side, 1);
  return Float32Array.from({ length: size }, (_, i) => start + i / 3);
}

const checkpoint: Checkpoint = {
  preset: 'seed',
  encoding: { id: 'melody', version: 1 },
  settings: presets.seed.defaults,
  weights: tensors(0),
  best: { epoch: 2, validationLoss: 2.25, weights: tensors(-4) },
  optimizer: {
    step: 30,
    moments: SHAPES.map(({ shape }) => ({ mean: numbers(shape, 1), square: numbers(shape, 2) })),
  },
  step: 30,
  epoch: 3,
  epochSum: 1.5,
  history: [
    { epoch: 1, trainingLoss: 3, validationLoss: 2.5 },
    { epoch: 2, trainingLoss: 2.5, validationLoss: 2.25 },
    { epoch: 3, trainingLoss: 2 },
  ],
  trainedOn: { training: ['a', 'b'], validation: ['c'] },
  typicalMeter: {
    microsecondsPerQuarter: 512_345,
    timeSignature: { numerator: 6, denominator: 8 },
  },
};

const saved = new Date('2026-05-03T12:00:00Z');
const titleOf = (id: string): string | undefined => (id === 'b' ? undefined : `Piece ${id}`);

function write(change: Partial<Checkpoint> = {}): Uint8Array<ArrayBuffer> {
  return writeModelFile({ ...checkpoint, ...change }, { version: '1.2.3', saved, titleOf });
}

/** The file unpacked, changed and packed again. */
function tamper(change: {
  manifest?: (manifest: Manifest) => unknown;
  weights?: (weights: Uint8Array) => Uint8Array;
  level?: 0 | 1;
}): Uint8Array {
  const parts = unzipSync(write());
  const manifest: Manifest = JSON.parse(strFromU8(parts['manifest.json']));
  const weights = change.weights?.(parts['weights.bin'].slice()) ?? parts['weights.bin'];
  const zip: Zippable = {
    'manifest.json': strToU8(JSON.stringify(change.manifest?.(manifest) ?? manifest)),
    'weights.bin': [weights, { level: change.level ?? 0 }],
  };
  return zipSync(zip);
}

async function reasonFor(bytes: Uint8Array, shapes = expected): Promise<string> {
  expect(isModelFile(bytes)).toBe(true);
  const result = await readModelFile(bytes, shapes);
  if (result.ok) throw new Error('It was opened.');
  expect(result.reason).toMatch(/^[A-Z][^.]*\.$/);
  return result.reason;
}

describe('a model file', () => {
  it('keeps everything through a round trip', async () => {
    const bytes = write();
    expect(isModelFile(bytes)).toBe(true);
    expect(await readModelFile(bytes, expected)).toEqual({
      ok: true,
      model: {
        checkpoint,
        pieces: [
          { id: 'a', title: 'Piece a' },
          { id: 'b', title: '' },
          { id: 'c', title: 'Piece c' },
        ],
        saved: saved.toISOString(),
      },
    });
  });

  it('works without best weights', async () => {
    const result = await readModelFile(write({ best: undefined }), expected);
    expect(result).toMatchObject({ ok: true, model: { checkpoint: { weights: tensors(0) } } });
    if (result.ok) expect(result.model.checkpoint.best).toBeUndefined();
  });

  it('is readable with any unzip program', () => {
    const manifest: Manifest = JSON.parse(strFromU8(unzipSync(write())['manifest.json']));
    expect(manifest).toMatchObject({
      format: 'etude-model',
      version: 1,
      application: { name: 'Etude', version: '1.2.3' },
      encoding: { id: 'melody', version: 1, columns: [{ name: 'pitch', classes: 88 }] },
      learnt: { training: [{ title: 'Piece a' }, { title: '' }], validation: [{ id: 'c' }] },
    });
  });

  it('is recognized by its content', () => {
    expect(isModelFile(strToU8('MThd'))).toBe(false);
    expect(isModelFile(zipSync({ 'a.mid': strToU8('MThd') }))).toBe(false);
    expect(isModelFile(zipSync({ 'manifest.json': strToU8('{"name":"pwa"}') }))).toBe(false);
  });
});

/** Size of the end of the zip: two directory entries and the end record. */
const ZIP_DIRECTORY = 2 * 46 + 'manifest.jsonweights.bin'.length + 22;

describe('a hostile or damaged model file', () => {
  it('that is truncated is refused, unless only the directory of the zip is missing', async () => {
    const bytes = write();
    for (let length = 0; length < bytes.length; length += 7) {
      const result = await readModelFile(bytes.subarray(0, length), expected);
      if (result.ok) expect(result.model.checkpoint).toEqual(checkpoint);
      expect(result.ok).toBe(length > bytes.length - ZIP_DIRECTORY);
    }
    expect(await reasonFor(bytes.subarray(0, bytes.length - 400))).toContain('damaged');
  });

  it('with a changed byte never throws and never yields other numbers', async () => {
    const bytes = write();
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = bytes.slice();
      changed[at] ^= 0x55;
      const result = await readModelFile(changed, expected);
      if (result.ok) expect(result.model.checkpoint.weights).toEqual(checkpoint.weights);
    }
  });

  it('with replaced weights is refused', async () => {
    const swapped = tamper({
      weights: (weights) => {
        weights[100] ^= 1;
        return weights;
      },
    });
    expect(await reasonFor(swapped)).toContain('changed');
    expect(await reasonFor(tamper({ weights: (weights) => weights.slice(4) }))).toContain(
      'incomplete',
    );
  });

  it('with shapes of another network is refused', async () => {
    const other = tamper({
      manifest: (manifest) => ({
        ...manifest,
        tensors: [{ name: 'lstm/kernel', shape: [8, 2] }, SHAPES[1]],
      }),
    });
    expect(await reasonFor(other)).toContain('do not fit');
    const huge = tamper({
      manifest: (manifest) => ({
        ...manifest,
        tensors: [{ name: 'lstm/kernel', shape: [2 ** 30, 2 ** 30] }, SHAPES[1]],
      }),
    });
    expect(await reasonFor(huge)).toContain('do not fit');
  });

  it('with weights that are not numbers is refused', async () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const [kernel, bias] = tensors(0);
      const spoilt = Float32Array.from(kernel.values);
      spoilt[5] = bad;
      const bytes = write({ weights: [{ ...kernel, values: spoilt }, bias] });
      expect(await reasonFor(bytes)).toContain('not all numbers');
    }
    const moments = checkpoint.optimizer.moments.map(({ mean }) => ({ mean, square: mean }));
    moments[0] = { mean: moments[0].mean, square: numbers([16], Number.NaN) };
    const bytes = write({ optimizer: { step: 1, moments } });
    expect(await reasonFor(bytes)).toContain('not all numbers');
  });

  it('is not unpacked if its size exceeds that of its model', async () => {
    const bomb = tamper({ weights: () => new Uint8Array(2 ** 24), level: 1 });
    expect(bomb.length).toBeLessThan(2 ** 18);
    expect(await reasonFor(bomb)).toContain('larger than its model');
    const manifest = strToU8(`{"format":"etude-model"}${' '.repeat(2 ** 25)}`);
    const second = zipSync({ 'manifest.json': [manifest, { level: 1 }] });
    expect(await readModelFile(second, expected)).toMatchObject({ ok: false });
  });

  it('of another version, preset or vocabulary is refused with a reason', async () => {
    const change = (more: object): Uint8Array =>
      tamper({ manifest: (manifest) => ({ ...manifest, ...more }) });
    expect(await reasonFor(change({ version: 3, preset: 'from the future' }))).toContain('newer');
    expect(await reasonFor(change({ preset: 'grand' }))).toContain('preset');
    expect(await reasonFor(change({ preset: 'constructor' }))).toContain('preset');
    const columns = [{ name: 'pitch', classes: 88 }];
    expect(await reasonFor(change({ encoding: { id: 'melody', version: 9, columns } }))).toContain(
      'writes music',
    );
    const wider = [{ name: 'pitch', classes: 128 }];
    expect(
      await reasonFor(change({ encoding: { id: 'melody', version: 1, columns: wider } })),
    ).toContain('writes music');
  });

  it('with missing, mistyped or excessive fields is refused', async () => {
    const fields = Object.keys(JSON.parse(strFromU8(unzipSync(write())['manifest.json'])));
    for (const field of fields) {
      if (field === 'best') continue;
      for (const value of [undefined, null, 'text', -1, 1e300, [[]], { __proto__: [] }]) {
        if (field === 'saved' && value === 'text') continue;
        const bytes = tamper({ manifest: (manifest) => ({ ...manifest, [field]: value }) });
        expect(await readModelFile(bytes, expected), `${field}: ${value}`).toMatchObject({
          ok: false,
        });
      }
    }
    for (const nonsense of ['', '[]', 'null', '{"format":"etude-model"', '['.repeat(1e6)]) {
      const zip = zipSync({ 'manifest.json': strToU8(nonsense) });
      expect(await readModelFile(zip, expected)).toMatchObject({ ok: false });
    }
  });

  it('is refused despite a forged checksum', async () => {
    const short = new Uint8Array(40);
    const bytes = tamper({
      weights: () => short,
      manifest: (manifest) => ({
        ...manifest,
        weights: { bytes: short.length, crc32: crc32(short) },
      }),
    });
    expect(await reasonFor(bytes)).toContain('incomplete');
  });
});

it('keeps the form of the training pieces, and is valid without it', async () => {
  const forms = [
    { piece: 'a', key: 3, bars: 4, plan: 'n r1 s2 m1+5', lastPlace: 0.5 },
    { piece: 'b', bars: 1, plan: 'n', lastPlace: 0 },
  ];
  const result = await readModelFile(write({ forms }), expected);
  expect(result.ok && result.model.checkpoint.forms).toEqual(forms);
  const without = await readModelFile(write(), expected);
  expect(without.ok && without.model.checkpoint.forms).toBeUndefined();
  const spoilt = [{ ...forms[0], key: 24 }];
  expect(await reasonFor(write({ forms: spoilt }))).toContain('damaged');
});

describe('a compact model file', () => {
  const random = Random.fromSeed(1);
  const large: Checkpoint['weights'] = SHAPES.map(({ name }) => ({
    name,
    shape: [20_000],
    values: Float32Array.from({ length: 20_000 }, () => random.next() + random.next() - 1),
  }));
  const shapes = (): readonly TensorRow[] => large;
  const best = { epoch: 2, validationLoss: 2.25, weights: large };
  const bytes = writeCompactModelFile({ ...checkpoint, best }, { version: '1', saved, titleOf });

  it('holds the best weights to a sixtieth of a typical one', async () => {
    expect(isModelFile(bytes)).toBe(true);
    const result = await readModelFile(bytes, shapes);
    if (!result.ok) throw new Error(result.reason);
    const { weights, best: none, optimizer, ...rest } = result.model.checkpoint;
    expect(none).toBeUndefined();
    expect(optimizer.step).toBe(0);
    expect(optimizer.moments.every(({ mean, square }) => mean.length === square.length)).toBe(true);
    const { weights: _, best: __, optimizer: ___, ...expectedRest } = checkpoint;
    expect(rest).toEqual(expectedRest);
    weights.forEach(({ values }, i) => {
      const error = values.map((value, at) => Math.abs(value - large[i].values[at]));
      expect(error.reduce((most, each) => Math.max(most, each), 0)).toBeLessThan(0.41 / 64);
    });
  });

  it('takes well under half of the bytes of 32-bit numbers', () => {
    expect(bytes.length).toBeLessThan(0.4 * 4 * 40_000);
  });

  it('keeps zeros, and the largest values of a tensor of small ones', async () => {
    const values = new Float32Array(1000).fill(1e-6);
    values[0] = 30;
    values[1] = -30;
    const weights = [
      { name: 'lstm/kernel', shape: [1000], values },
      { name: 'lstm/bias', shape: [8], values: new Float32Array(8) },
    ];
    const file = writeCompactModelFile(
      { ...checkpoint, weights, best: undefined },
      { version: '1', saved, titleOf },
    );
    const result = await readModelFile(file, () => weights);
    if (!result.ok) throw new Error(result.reason);
    const [kernel, bias] = result.model.checkpoint.weights;
    expect(kernel.values[0]).toBeCloseTo(30, 1);
    expect(kernel.values[1]).toBeCloseTo(-30, 1);
    expect(bias.values).toEqual(new Float32Array(8));
  });

  it('that is truncated or changed is refused', async () => {
    for (let length = 0; length < bytes.length - 400; length += 997) {
      expect((await readModelFile(bytes.subarray(0, length), shapes)).ok).toBe(false);
    }
    const whole = await readModelFile(bytes, shapes);
    for (let at = 0; at < bytes.length; at += 499) {
      const changed = bytes.slice();
      changed[at] ^= 0x55;
      const result = await readModelFile(changed, shapes);
      if (result.ok && whole.ok) {
        expect(result.model.checkpoint.weights).toEqual(whole.model.checkpoint.weights);
      }
    }
  });

  it('of one precision is not read as the other', async () => {
    const other = tamper({
      manifest: (manifest) => ({ ...manifest, weights: { ...manifest.weights, numbers: 'int16' } }),
    });
    expect((await readModelFile(other, expected)).ok).toBe(false);
    const unknown = tamper({
      manifest: (manifest) => ({ ...manifest, weights: { ...manifest.weights, numbers: 'int8' } }),
    });
    expect((await readModelFile(unknown, expected)).ok).toBe(false);
  });
});
