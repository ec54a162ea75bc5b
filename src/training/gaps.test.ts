import { expect, it } from 'vitest';
import type { EncodingColumn } from '../music/encoding/encoding';
import { Random } from '../music/random';
import { memoryGaps } from './gaps';

const columns: EncodingColumn[] = [
  { name: 'a', classes: 2, predicted: false, group: 'memory' },
  { name: 'pitch', classes: 2, predicted: true },
  { name: 'b', classes: 2, predicted: false, group: 'memory' },
  { name: 'key', classes: 2, predicted: false, group: 'key' },
];

it('drops its share of the values of memory, and no others', () => {
  const leave = memoryGaps(columns, 0.2, Random.fromSeed(1));
  const gaps = [0, 0, 0, 0];
  const rows = 20_000;
  for (let i = 0; i < rows; i++) {
    const row = Int16Array.of(1, 1, 1, 1);
    leave(row);
    row.forEach((value, column) => {
      if (value < 0) gaps[column]++;
    });
  }
  expect(gaps[0] / rows).toBeCloseTo(0.2, 1);
  expect(gaps[2] / rows).toBeCloseTo(0.2, 1);
  expect([gaps[1], gaps[3]]).toEqual([0, 0]);
});
