import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import { Random } from '../../music/random';
import { readKerasFile } from '../keras/read';
import type { EncodedPiece } from '../split';
import { npyFile } from './npy';
import { SHARD_ROWS, type ShardPiece, shardFiles, shardsOf } from './shards';
import { smallCheckpoint } from './testing/smallCheckpoint';
import { writeKit } from './write';

const PRESET = presets['form-small'];
const { columns } = encodings[PRESET.encoding];

const numbers = v.array(v.number());
const golden = v.object({ windows: v.array(numbers), losses: numbers });
const aboutSchema = v.object({ kit: v.object({ golden }) });

function pieceOf(id: string, rows: number, seed: number): EncodedPiece {
  const random = Random.fromSeed(seed);
  const data = Int16Array.from({ length: rows * columns.length }, (_, i) =>
    random.below(columns[i % columns.length].classes),
  );
  return { id, rows: { width: columns.length, data } };
}

/** The numbers of a file in NumPy's form. */
function numbersOf(file: Uint8Array): { header: string; at: number } {
  const at = 10 + new DataView(file.buffer, file.byteOffset).getUint16(8, true);
  return { header: strFromU8(file.subarray(10, at)), at };
}

describe('npy', () => {
  it('has an aligned header that names type and shape, then the numbers', () => {
    const file = npyFile([Int16Array.of(1, -2), Int16Array.of(3, 4)], 'int16', [2, 2]);
    expect([...file.subarray(0, 8)]).toEqual([0x93, ...Buffer.from('NUMPY'), 1, 0]);
    const { header, at } = numbersOf(file);
    expect(at % 64).toBe(0);
    expect(header).toMatch(
      /^\{'descr': '<i2', 'fortran_order': False, 'shape': \(2, 2,\), \} *\n$/,
    );
    expect([...new Int16Array(file.slice(at).buffer)]).toEqual([1, -2, 3, 4]);
  });
});

describe('shards', () => {
  it('index the pieces of one file', () => {
    const pieces = [pieceOf('a', 5, 1), pieceOf('b', 7, 2)];
    const named = pieces.map(({ id, rows }): ShardPiece => ({ id, title: `Piece ${id}`, rows }));
    const files = shardFiles('training', 12, named, columns);
    expect(Object.keys(files)).toEqual([
      'training-000012.rows.npy',
      'training-000012.index.npy',
      'training-000012.names.json',
    ]);
    const index = files['training-000012.index.npy'];
    const [first, rows, down, up] = new Int32Array(index.slice(numbersOf(index).at).buffer, 16);
    expect([first, rows]).toEqual([5, 7]);
    const pitch = columns.findIndex(({ name }) => name === 'pitch');
    const keys = Array.from(
      { length: 7 },
      (_, i) => pieces[1].rows.data[i * columns.length + pitch],
    );
    expect([down, up]).toEqual([Math.min(...keys), 87 - Math.max(...keys)]);
    expect(JSON.parse(strFromU8(files['training-000012.names.json']))).toEqual([
      { id: 'a', title: 'Piece a' },
      { id: 'b', title: 'Piece b' },
    ]);
  });

  it('end before they hold too many rows', () => {
    const half = { width: 1, data: new Int16Array(SHARD_ROWS / 2 + 1) };
    const pieces = ['a', 'b', 'c'].map((id): ShardPiece => ({ id, title: '', rows: half }));
    pieces.push({ id: 'd', title: '', rows: { width: 1, data: new Int16Array(2) } });
    const cut = [...shardsOf(pieces)].map((shard) => shard.map(({ id }) => id));
    expect(cut).toEqual([['a'], ['b'], ['c', 'd']]);
  });
});

describe('the kit', () => {
  const checkpoint = smallCheckpoint();
  const dataset = {
    training: [pieceOf('a', 20, 1), pieceOf('b', 9, 2)],
    validation: [pieceOf('c', 4, 3)],
  };
  const provenance = { version: '1', saved: new Date(0), titleOf: (id: string) => `Piece ${id}` };
  const files = unzipSync(writeKit(checkpoint, dataset, provenance, { 'train.py': 'print()\n' }));

  it('holds the model, the data and the program', () => {
    expect(Object.keys(files).toSorted()).toEqual(
      [
        'data/encoding.json',
        'data/training-000000.index.npy',
        'data/training-000000.names.json',
        'data/training-000000.rows.npy',
        'data/validation-000000.index.npy',
        'data/validation-000000.names.json',
        'data/validation-000000.rows.npy',
        'etude.json',
        'model.keras',
        'train.py',
      ].map((name) => `etude-kit/${name}`),
    );
    const model = readKerasFile(files['etude-kit/model.keras']);
    expect(model.ok && model.model.checkpoint.history).toEqual(checkpoint.history);
    expect(model.ok && model.model.checkpoint.optimizer.step).toBe(4);
  });

  it('tells settings, history, split, encoding, and an example with its loss', () => {
    const about: unknown = JSON.parse(strFromU8(files['etude-kit/etude.json']));
    expect(about).toMatchObject({
      preset: 'form-small',
      settings: { sequenceLength: 6, seed: 1 },
      history: checkpoint.history,
      learnt: {
        training: [
          { id: 'a', title: 'Piece a' },
          { id: 'b', title: 'Piece b' },
        ],
        validation: [{ id: 'c', title: 'Piece c' }],
      },
      kit: {
        withheld: ['key', 'length', 'plan', 'memory', 'loose memory', 'style'],
        schedule: { lastShare: 0.05, warmUpSteps: 20 },
        layers: { 0: { kind: 'LSTM', group: 'layers/lstm/cell' }, 1: { group: 'layers/dense' } },
        golden: { time: 6 },
      },
    });
    // The program compares what the shards say with what the model says.
    const shards: unknown = JSON.parse(strFromU8(files['etude-kit/data/encoding.json']));
    expect(about).toHaveProperty('encoding', shards);
    const { kit } = v.parse(aboutSchema, about);
    expect(kit.golden.windows).toHaveLength(6);
    const predicted = columns.filter((column) => column.predicted);
    expect(kit.golden.losses).toHaveLength(predicted.length);
    // A network of nearly nothing is near the loss of chance.
    kit.golden.losses.forEach((loss, i) => {
      expect(loss).toBeGreaterThan(Math.log(predicted[i].classes) / 3);
    });
  });
});
