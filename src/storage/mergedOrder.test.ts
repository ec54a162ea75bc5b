import { expect, it } from 'vitest';
import { mergedOrder } from './mergedOrder';

it('keeps the order of the list', () => {
  expect(mergedOrder(['a', 'b', 'c'], ['c', 'b', 'a'])).toEqual(['c', 'b', 'a']);
  expect(mergedOrder([], ['b', 'a'])).toEqual(['b', 'a']);
});

it('leaves what the list lacks behind what it stood behind', () => {
  expect(mergedOrder(['a', 'b', 'c'], ['c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
  expect(mergedOrder(['a', 'x', 'y', 'b'], ['a', 'b', 'z'])).toEqual(['a', 'x', 'y', 'b', 'z']);
  expect(mergedOrder(['a', 'b'], [])).toEqual(['a', 'b']);
});
