import { expect, it } from 'vitest';
import { keyOf, keyOptions } from './keys';

const allowed = (text: string): readonly number[] | undefined =>
  keyOptions().find((key) => key.text === text)?.pitchClasses;

it('allows the notes of the key', () => {
  expect(allowed('C major')).toEqual([0, 2, 4, 5, 7, 9, 11]);
  expect(allowed('G major')).toEqual([0, 2, 4, 6, 7, 9, 11]);
  // Natural minor, and G♯ for the cadence.
  expect(allowed('A minor')).toEqual([0, 2, 4, 5, 7, 8, 9, 11]);
  expect(allowed('F♯ pentatonic')).toEqual([1, 3, 6, 8, 10]);
  expect(allowed('Any key')).toBeUndefined();
});

it('finds every key by its pitch classes, which are distinct', () => {
  expect(keyOptions()).toHaveLength(37);
  for (const key of keyOptions()) expect(keyOf(key.pitchClasses)).toEqual(key);
  expect(new Set(keyOptions().map(({ value }) => value)).size).toBe(37);
});

it('takes pitch classes in any order, and what is no key for any key', () => {
  expect(keyOf([11, 9, 7, 5, 4, 2, 0]).text).toBe('C major');
  expect(keyOf([0, 1, 2]).text).toBe('Any key');
});
