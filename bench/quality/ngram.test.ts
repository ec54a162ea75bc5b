import { expect, it } from 'vitest';
import type { EncodedPiece } from '../../src/training/split.ts';
import { NGram } from './ngram.ts';

const columns = [
  { name: 'place', classes: 3, predicted: false },
  { name: 'pitch', classes: 4, predicted: true, transposes: true },
];

const piece = (keys: number[]): EncodedPiece => ({
  id: 'piece',
  rows: { width: 2, data: Int32Array.from(keys.flatMap((key) => [0, key])) },
});

it('knows nothing before it has learnt', () => {
  expect(new NGram(columns).nats([piece([0, 1, 2])])[0]).toBeCloseTo(3 * Math.log(4));
});

it('gives probabilities that sum to one', () => {
  const model = new NGram(columns);
  model.learn([piece([0, 1, 2, 0, 1, 3, 0, 1, 2, 2, 1])], [0]);
  const start = model.nats([piece([0, 1, 2, 0])])[0];
  const sum = [0, 1, 2, 3]
    .map((last) => Math.exp(start - model.nats([piece([0, 1, 2, 0, last])])[0]))
    .reduce((a, b) => a + b);
  expect(sum).toBeCloseTo(1);
});

it('learns what always follows, and transposed too', () => {
  const model = new NGram(columns);
  const scale = Array.from({ length: 60 }, (_, i) => i % 3);
  model.learn([piece(scale)], [0, 1]);
  expect(model.nats([piece(scale)])[0] / 60).toBeLessThan(0.15);
  expect(model.nats([piece(scale.map((key) => key + 1))])[0] / 60).toBeLessThan(0.15);
});

it('leaves out values that are not there', () => {
  expect(new NGram(columns).nats([piece([-1, -1])])).toEqual([0]);
});
