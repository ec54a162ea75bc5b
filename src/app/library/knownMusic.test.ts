import { expect, it } from 'vitest';
import { pieceOf } from '../testing/composing';
import { KnownMusic } from './knownMusic';

const [two, three, four] = [2, 3, 4].map((notes) => pieceOf(`${notes} notes`, notes));

it('admits a piece once, under whatever title', () => {
  const known = new KnownMusic([two]);
  expect(known.remark).toBeUndefined();
  expect(known.admit(three)).toBe(true);
  expect(known.admit({ ...three, title: 'Copy' })).toBe(false);
  expect(known.remark).toBe('“Copy” is already here.');
});

it('knows the pieces of the library', () => {
  const known = new KnownMusic([two, three]);
  expect([two, three, four].map((piece) => known.admit(pieceOf('x', piece.notes)))).toEqual([
    false,
    false,
    true,
  ]);
  expect(known.remark).toBe('2 already here.');
});
