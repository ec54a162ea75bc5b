import { expect, it } from 'vitest';
import { formatLevels, verdict } from './levels';

const warm = { tensors: 40, 'page heap': 20 * 2 ** 20 };

it('allows five per cent', () => {
  const end = { tensors: 42, 'page heap': 18 * 2 ** 20 };
  expect(verdict({ warm, end })).toEqual({ flat: true, text: 'Memory is flat.' });
  expect(formatLevels({ warm, end })).toBe(
    'tensors: 40 -> 42 (+5.0 %)\npage heap: 20.00 MiB -> 18.00 MiB (-10.0 %)',
  );
});

it('names what grows', () => {
  const end = { tensors: 43, 'page heap': 22 * 2 ** 20 };
  expect(verdict({ warm, end })).toEqual({
    flat: false,
    text: 'Memory grows: tensors, page heap.',
  });
});
