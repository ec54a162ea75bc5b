import { expect, it } from 'vitest';
import { printedForm, spokenForm, spokenGroup } from './formWords';

const groups = ['A', "A'", 'B', "A2'"].map((letter, i) => ({ letter, bar: 4 * i, bars: 4 }));

it('prints and speaks a form', () => {
  expect(printedForm(groups)).toBe('A A′ B A2′');
  expect(spokenForm(groups)).toBe('Form: A, A varied, B, A2 varied');
});

it('cuts a long form short', () => {
  const long = Array.from({ length: 30 }, () => groups[0]);
  expect(printedForm(long)).toBe('A A A A A A A A A A A A …');
});

it('says which bars a letter stands for, counted from 1', () => {
  expect(spokenGroup(groups[1])).toBe('A varied, bars 5 to 8');
  expect(spokenGroup({ letter: 'C', bar: 16, bars: 1 })).toBe('C, bar 17');
});
