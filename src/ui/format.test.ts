import { describe, expect, it } from 'vitest';
import { formatDuration, formatLoss, formatShape, formatTimeLeft } from './format';

describe('formatDuration', () => {
  it('writes minutes and seconds', () => {
    expect(formatDuration(0)).toBe('0:00');
    expect(formatDuration(61.9)).toBe('1:01');
    expect(formatDuration(3599)).toBe('59:59');
  });
  it('adds hours when there are any', () => {
    expect(formatDuration(3661)).toBe('1:01:01');
  });
});

describe('formatTimeLeft', () => {
  it('is as coarse as an estimate deserves', () => {
    expect(formatTimeLeft(0.2)).toBe('less than a second left');
    expect(formatTimeLeft(42.4)).toBe('42 s left');
    expect(formatTimeLeft(412)).toBe('7 min left');
    expect(formatTimeLeft(3 * 3600)).toBe('3.0 h left');
  });
});

describe('formatLoss', () => {
  it('shows four decimals, and says so when there is no number', () => {
    expect(formatLoss(1.23456)).toBe('1.2346');
    expect(formatLoss(Number.NaN)).toBe('not a number');
  });
});

describe('formatShape', () => {
  it('writes shapes as Keras does', () => {
    expect(formatShape([null, 256])).toBe('(None, 256)');
    expect(formatShape([null])).toBe('(None,)');
  });
});
