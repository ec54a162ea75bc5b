import { expect, it } from 'vitest';
import { takeFileName } from './takeFileName';

const take = { title: 'Take 3', number: 3, made: new Date(2026, 10, 6, 12).getTime() };
const pieces = [{ id: 'a', title: 'Solace: A Mexican Serenade' }];
const form = { groups: [], barTicks: 96, planOf: 'a' };

it('tells date, number, and the piece whose plan the take follows', () => {
  expect(takeFileName(take, pieces)).toBe('Etude 2026-11-06 take 3');
  expect(takeFileName({ ...take, form }, pieces)).toBe(
    'Etude 2026-11-06 take 3 (Solace A Mexican Serenade)',
  );
  expect(takeFileName({ ...take, form }, [])).toBe('Etude 2026-11-06 take 3');
});

it('is the title of a renamed take', () => {
  expect(takeFileName({ ...take, form, title: 'My/waltz?' }, pieces)).toBe('My waltz');
});
