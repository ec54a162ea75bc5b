import { expect, it } from 'vitest';
import type { EncodingColumn } from './encoding';
import { withheldBits, withholder } from './withhold';

const columns: EncodingColumn[] = [
  { name: 'key', classes: 24, predicted: false, group: 'key' },
  { name: 'degree', classes: 5, predicted: false, group: 'plan' },
  { name: 'match', classes: 9, predicted: false, group: 'memory', gate: { column: 1, degree: 2 } },
  { name: 'pitch', classes: 88, predicted: true },
];
const withhold = withholder(columns);

function without(row: number[], ...set: Parameters<typeof withheldBits>[0]): number[] {
  withhold(withheldBits(set), row, 0);
  return row;
}

it('removes the columns of a group and no others', () => {
  expect(without([3, 2, 7, 40])).toEqual([3, 2, 7, 40]);
  expect(without([3, 2, 7, 40], 'key')).toEqual([-1, 2, 7, 40]);
  expect(without([3, 2, 7, 40], 'plan', 'memory')).toEqual([3, -1, -1, 40]);
});

it('removes memory where the plan repeats too little', () => {
  expect(without([3, 0, 7, 40], 'loose memory')).toEqual([3, 0, -1, 40]);
  expect(without([3, 1, 7, 40], 'loose memory')).toEqual([3, 1, -1, 40]);
  expect(without([3, -1, 7, 40], 'loose memory')).toEqual([3, -1, 7, 40]);
  expect(without([3, 2, 7, 40], 'loose memory')).toEqual([3, 2, 7, 40]);
  // Gates are read before the plan is withheld.
  expect(without([3, 0, 7, 40], 'plan', 'loose memory')).toEqual([3, -1, -1, 40]);
});

it('keeps the length of incomplete rows', () => {
  expect(without([3, 0], 'memory', 'loose memory')).toEqual([3, 0]);
});
