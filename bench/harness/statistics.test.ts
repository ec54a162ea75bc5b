import { describe, expect, it } from 'vitest';
import { median } from './statistics';

describe('median', () => {
  it('is the middle value, in any order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([7])).toBe(7);
  });

  it('is the mean of the middle two of an even number', () => {
    expect(median([4, 1, 10, 2])).toBe(3);
  });

  it('throws for an empty list', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
