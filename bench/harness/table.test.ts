import { expect, it } from 'vitest';
import { figure, formatTable, markdownTable } from './table';

const table = {
  title: 'Speed',
  header: ['who', 'ms'],
  rows: [
    ['a', '1.50'],
    ['longer', '20'],
  ],
};

it('pads columns for the terminal', () => {
  expect(formatTable(table)).toBe(
    ['Speed', '', 'who       ms', '------  ----', 'a       1.50', 'longer    20'].join('\n'),
  );
});

it('writes Markdown with figures to the right', () => {
  expect(markdownTable(table)).toBe(
    ['Speed:', '', '| who | ms |', '| --- | --: |', '| a | 1.50 |', '| longer | 20 |'].join('\n'),
  );
});

it('keeps three significant digits', () => {
  expect([0.6666, 12.345, 1234.5, undefined].map(figure)).toEqual(['0.67', '12.3', '1235', '-']);
});
