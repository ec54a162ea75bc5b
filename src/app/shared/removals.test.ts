import { expect, it } from 'vitest';
import { Removals } from './removals';

interface Item {
  id: string;
  included: boolean;
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id): Item => ({ id, included: true }));

const ids = (items: readonly Item[]): string => items.map(({ id }) => id).join('');

it('puts back what has changed since in its newer state, once', () => {
  const { putBack } = new Removals<Item>().remove([a, b, c], new Set(['b']));
  const changed = { ...a, included: false };
  expect(putBack([changed, c])).toEqual([changed, b, c]);
  const again = { ...b, included: false };
  expect(putBack([a, again, c])).toEqual([a, again, c]);
});

it('leaves what was added since at the end', () => {
  const { kept, putBack } = new Removals<Item>().remove([a, b], new Set(['a', 'b']));
  expect(kept).toEqual([]);
  expect(putBack([d])).toEqual([a, b, d]);
});

it.each(['ab', 'ba'])('restores the order when removals of %s are undone in any order', (order) => {
  for (const undone of ['ab', 'ba']) {
    const removals = new Removals<Item>();
    const back = new Map<string, (now: readonly Item[]) => Item[]>();
    let list = [a, b, c, d];
    for (const id of order) {
      const { kept, putBack } = removals.remove(list, new Set([id]));
      list = kept;
      back.set(id, putBack);
    }
    expect(ids(list)).toBe('cd');
    for (const id of undone) list = back.get(id)?.(list) ?? [];
    expect(ids(list)).toBe('abcd');
  }
});
