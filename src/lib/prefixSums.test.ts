import { expect, it } from 'vitest';
import { prefixSums } from './prefixSums';

it('sums the sizes before each one', () => {
  expect(prefixSums([3, 1, 4])).toEqual([0, 3, 4]);
  expect(prefixSums([])).toEqual([]);
});
