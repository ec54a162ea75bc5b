import { expect, it } from 'vitest';
import { formatLevels, type Part, partsOf, verdict } from './levels';

const required: readonly Part[] = ['tensors', 'page heap'];
const warm = { tensors: 40, 'page heap': 20 * 2 ** 20 };

it('allows five per cent', () => {
  const end = { tensors: 42, 'page heap': 18 * 2 ** 20 };
  expect(verdict({ warm, end }, required)).toEqual({ flat: true, text: 'Memory is flat.' });
  expect(formatLevels({ warm, end })).toBe(
    'tensors: 40 -> 42 (+5.0 %)\npage heap: 20.00 MiB -> 18.00 MiB (-10.0 %)',
  );
});

it('names what grows', () => {
  const end = { tensors: 43, 'page heap': 22 * 2 ** 20 };
  expect(verdict({ warm, end }, required)).toEqual({
    flat: false,
    text: 'Memory grows: tensors, page heap.',
  });
});

it('is negative if a part was not measured, before or after', () => {
  expect(verdict({ warm, end: warm }, partsOf.wasm)).toEqual({
    flat: false,
    text: 'Not measured: worker heaps, tfjs WASM memory, kernel WASM memory, kernel memory in use.',
  });
  expect(verdict({ warm: {}, end: warm }, required).flat).toBe(false);
  expect(verdict({ warm, end: { ...warm, tensors: 0 } }, required).text).toBe(
    'Not measured: tensors.',
  );
});
