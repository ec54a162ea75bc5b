import { expect, it } from 'vitest';
import { partitionPoint } from './binarySearch';

const values = [1, 3, 3, 8];
const firstFrom = (value: number): number =>
  partitionPoint(values.length, (i) => values[i] < value);
const firstAfter = (value: number): number =>
  partitionPoint(values.length, (i) => values[i] <= value);

it('finds the first value at or above a bound', () => {
  expect([0, 1, 2, 3, 8].map(firstFrom)).toEqual([0, 0, 1, 1, 3]);
});

it('finds the first value above a bound', () => {
  expect([0, 1, 3, 7].map(firstAfter)).toEqual([0, 1, 3, 3]);
});

it('returns the length where every value is below the bound, and 0 without values', () => {
  expect(firstFrom(9)).toBe(4);
  expect(partitionPoint(0, () => true)).toBe(0);
});

it('asks about few of many values', () => {
  let calls = 0;
  const found = partitionPoint(1_000_000, (i) => {
    calls++;
    return i < 765_432;
  });
  expect(found).toBe(765_432);
  expect(calls).toBeLessThanOrEqual(20);
});
