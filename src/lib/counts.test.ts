import { expect, it } from 'vitest';
import { formatCount, plural } from './counts';

it('groups the thousands of a rounded number', () => {
  expect(formatCount(999)).toBe('999');
  expect(formatCount(12_345.6)).toBe('12,346');
});

it('counts things in the singular and the plural', () => {
  expect(plural(1, 'piece')).toBe('1 piece');
  expect(plural(0, 'piece')).toBe('0 pieces');
  expect(plural(2, 'person', 'people')).toBe('2 people');
  expect(plural(1200, 'note')).toBe('1,200 notes');
});
