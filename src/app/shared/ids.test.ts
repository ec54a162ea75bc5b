import { expect, it } from 'vitest';
import { createId } from './ids';

it('sorts as made, and never gives one twice', () => {
  const ids = Array.from({ length: 2000 }, createId);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(2000);
});
