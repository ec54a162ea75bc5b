import { expect, it } from 'vitest';
import { distinct, fileName } from './fileNames';

it('replaces characters that a file system refuses', () => {
  expect(fileName('a/b: c?\n')).toBe('a b c');
  expect(fileName('???')).toBe('etude');
});

it('numbers repeated names', () => {
  expect(distinct(['a', 'A', 'b', 'a'])).toEqual(['a', 'A (2)', 'b', 'a (3)']);
});
