import { expect, it } from 'vitest';
import { putBack } from './putBack';

interface Item {
  id: string;
  included: boolean;
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id): Item => ({ id, included: true }));

it('puts back what has changed since in its newer state, once', () => {
  const changed = { ...a, included: false };
  expect(putBack([changed, c], [b])).toEqual([changed, b, c]);
  const again = { ...b, included: false };
  expect(putBack([a, again, c], [b])).toEqual([a, again, c]);
});

it('leaves what was added since at the end', () => {
  expect(putBack([d], [a, b])).toEqual([a, b, d]);
});

it('restores the order when removals are undone in any order', () => {
  expect(putBack(putBack([c, d], [a]), [b])).toEqual([a, b, c, d]);
  expect(putBack(putBack([c, d], [b]), [a])).toEqual([a, b, c, d]);
});
