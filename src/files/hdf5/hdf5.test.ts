import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Random } from '../../music/random';
import type { Hdf5Group } from './contents';
import { Hdf5File } from './read';
import { Hdf5Error } from './view';
import { writeHdf5 } from './write';

const tree: Hdf5Group = {
  attributes: { title: 'Étude' },
  members: {
    empty: { members: {} },
    layers: {
      members: Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [
          `dense_${i}`,
          {
            attributes: { name: `layer ${i}` },
            members: { 0: { shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, i) } },
          },
        ]),
      ),
    },
    step: { shape: [], values: Int32Array.of(-7) },
  },
};

/** Reads everything there is. */
function readAll(bytes: Uint8Array): number {
  const file = new Hdf5File(bytes);
  let count = 0;
  for (const name of file.root.members.keys()) {
    const object = file.get(name);
    if (object?.array) count += file.numbers(object).length;
    for (const inner of object?.members.keys() ?? []) {
      const array = file.get(`${name}/${inner}/0`);
      if (array) count += file.numbers(array).length;
    }
  }
  return count;
}

/** Files that h5py wrote; see `bench/peers/keras_fixtures.py`. */
const packedNumbers = readFileSync(join(import.meta.dirname, 'testing/numbers.h5.gz'));

describe('numbers that h5py wrote', () => {
  const file = new Hdf5File(gunzipSync(packedNumbers));
  const read = (name: string): number[] => {
    const array = file.get(name);
    return array ? [...file.numbers(array)] : [];
  };

  it.each(['<f2', '>f2', 'bfloat16', '<f4', '>f4', '<f8', '>f8'])('are read from %s', (type) => {
    expect(read(type)).toEqual([1, -2.5, 0.09375, 2 ** -24, Number.POSITIVE_INFINITY, Number.NaN]);
  });

  it.each(['<i4', '>i4', '<i8', '>i8'])('are read from %s', (type) => {
    expect(read(type)).toEqual([1, 2, 100]);
  });

  it.each([
    ['<i2', { kind: 'integer', bits: 16 }],
    ['u1', { kind: 'integer', bits: 8 }],
    ['c8', { kind: 'other', bits: 64 }],
  ])('are refused with their type from %s', (type, elements) => {
    expect(() => read(type)).toThrow(expect.objectContaining({ fault: 'other numbers', elements }));
  });
});

describe('HDF5 files', () => {
  it('give back groups, arrays and texts', () => {
    const file = new Hdf5File(writeHdf5(tree));
    expect(file.root.attributes.get('title')).toEqual(['Étude']);
    expect([...file.root.members.keys()]).toEqual(['empty', 'layers', 'step']);
    expect(file.get('empty')?.members.size).toBe(0);
    const layer = file.get('layers/dense_59');
    expect(layer?.attributes.get('name')).toEqual(['layer 59']);
    const array = file.get('0', layer);
    expect(array?.array?.shape).toEqual([2, 3]);
    expect(array && [...file.numbers(array)]).toEqual([1, 2, 3, 4, 5, 59]);
    const step = file.get('step');
    expect(step?.array?.shape).toEqual([]);
    expect(step && [...file.numbers(step)]).toEqual([-7]);
    expect(file.get('layers/none/0')).toBeUndefined();
  });

  it('refuse an array that is not of its shape', () => {
    const wrong = { members: { a: { shape: [2], values: new Float32Array(3) } } };
    expect(() => writeHdf5(wrong)).toThrow(RangeError);
  });

  it('end in an error of their own wherever they break off', () => {
    const whole = writeHdf5(tree);
    for (let length = 0; length < whole.length; length += 97) {
      expect(() => readAll(whole.slice(0, length))).toThrow(Hdf5Error);
    }
  });

  it('are read to an end or refused, whatever was changed in them', () => {
    const whole = writeHdf5(tree);
    const random = Random.fromSeed(4);
    let refused = 0;
    for (let round = 0; round < 400; round++) {
      const bytes = whole.slice();
      for (let i = 0; i < 8; i++) bytes[random.below(bytes.length)] = random.below(256);
      try {
        readAll(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(Hdf5Error);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(50);
  });

  it('do not lead in a circle', () => {
    const bytes = writeHdf5({ members: { a: { members: {} } } });
    const view = new DataView(bytes.buffer);
    const text = new TextDecoder('latin1').decode(bytes);
    // A tree that is its own child, on the level of inner nodes.
    const tree = text.lastIndexOf('TREE');
    view.setUint8(tree + 5, 1);
    view.setUint16(tree + 6, 1, true);
    view.setBigUint64(tree + 32, BigInt(tree), true);
    expect(() => new Hdf5File(bytes)).toThrow(Hdf5Error);
  });
});
