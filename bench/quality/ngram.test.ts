import { describe, expect, it } from 'vitest';
import type { EncodingColumn } from '../../src/music/encoding/encoding.ts';
import type { EncodedPiece } from '../../src/training/split.ts';
import { HISTORIES, NGram } from './ngram.ts';

const columns: readonly EncodingColumn[] = [
  { name: 'place', classes: 3, predicted: false },
  { name: 'pitch', classes: 4, predicted: true, transposes: 'pitch' },
];

const piece = (keys: number[]): EncodedPiece => ({
  id: 'piece',
  rows: { width: 2, data: Int16Array.from(keys.flatMap((key) => [0, key])) },
});

describe.each(HISTORIES)('conditioned on the %s', (history) => {
  it('is uniform before training', () => {
    expect(new NGram(columns, history).nats([piece([0, 1, 2])])[0]).toBeCloseTo(3 * Math.log(4));
  });

  it('gives probabilities that sum to one', () => {
    const model = new NGram(columns, history);
    model.learn([piece([0, 1, 2, 0, 1, 3, 0, 1, 2, 2, 1])], [0]);
    const start = model.nats([piece([0, 1, 2, 0])])[0];
    const sum = [0, 1, 2, 3]
      .map((last) => Math.exp(start - model.nats([piece([0, 1, 2, 0, last])])[0]))
      .reduce((a, b) => a + b);
    expect(sum).toBeCloseTo(1);
  });

  it('learns a deterministic sequence, transposed too', () => {
    const model = new NGram(columns, history);
    const scale = Array.from({ length: 60 }, (_, i) => i % 3);
    model.learn([piece(scale)], [0, 1]);
    expect(model.nats([piece(scale)])[0] / 60).toBeLessThan(0.15);
    expect(model.nats([piece(scale.map((key) => key + 1))])[0] / 60).toBeLessThan(0.15);
  });

  it('skips missing values', () => {
    expect(new NGram(columns, history).nats([piece([-1, -1])])).toEqual([0]);
  });
});

it('has a longer reach with its own column than with the stream', () => {
  const two = [
    { name: 'time', classes: 2, predicted: true },
    { name: 'pitch', classes: 4, predicted: true },
    { name: 'length', classes: 2, predicted: true },
  ];
  // The pitch repeats that of two rows before; times and lengths are uninformative.
  const rows = Array.from({ length: 400 }, (_, i) => [
    (i * i) % 7 < 3 ? 0 : 1,
    [0, 1, 2, 3, 1][Math.floor(i / 2) % 5] ^ (i % 2),
    (i * i * i) % 11 < 5 ? 0 : 1,
  ]);
  const song = { id: 'two', rows: { width: 3, data: Int16Array.from(rows.flat()) } };
  const [stream, column] = HISTORIES.map((history) => {
    const model = new NGram(two, history);
    model.learn([song], [0]);
    return model.nats([song])[1];
  });
  expect(column).toBeLessThan(stream);
});
