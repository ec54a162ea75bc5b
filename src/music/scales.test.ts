import { expect, it } from 'vitest';
import { scaleOfKey, tonicTriad } from './scales';

it('builds scales and tonic triads on the tonic of a key', () => {
  expect(scaleOfKey(7)).toEqual([7, 9, 11, 0, 2, 4, 6]);
  expect(scaleOfKey(21)).toEqual([9, 11, 0, 2, 4, 5, 7, 8]);
  expect(tonicTriad(7)).toEqual([7, 11, 2]);
  expect(tonicTriad(21)).toEqual([9, 0, 4]);
});
