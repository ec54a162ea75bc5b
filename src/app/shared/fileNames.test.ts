import { expect, it } from 'vitest';
import { distinct, fileNameOf } from './fileNames';

it.each([
  ['Take 3', 'Take 3'],
  ['..', 'etude'],
  ['', 'etude'],
  ['???', 'etude'],
  ['...hidden', 'hidden'],
  ['Op. 27.', 'Op. 27'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['con', 'con 1'],
  ['gpj.\u202eexe', 'gpj. exe'],
  ['月光', '月光'],
  ['x'.repeat(500), 'x'.repeat(120)],
])('makes of the title %j a name that every system takes', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

it('numbers repeated names', () => {
  expect(distinct(['a', 'A', 'b', 'a'])).toEqual(['a', 'A (2)', 'b', 'a (3)']);
});
