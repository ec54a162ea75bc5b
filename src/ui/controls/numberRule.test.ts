import { describe, expect, it } from 'vitest';
import { readNumber } from './numberRule';

const whole = { minimum: 1, maximum: 1000, whole: true };
const share = { minimum: 0.000001, maximum: 1, whole: false };

describe('readNumber', () => {
  it('takes numbers inside the bounds, and the bounds', () => {
    expect(readNumber('50', whole)).toEqual({ kind: 'valid', value: 50 });
    expect(readNumber('1', whole)).toEqual({ kind: 'valid', value: 1 });
    expect(readNumber('1e-3', share)).toEqual({ kind: 'valid', value: 0.001 });
  });
  it.each(['', ' ', 'x', '0', '1001', '-3', '2.5', 'Infinity'])('refuses %j', (text) => {
    expect(readNumber(text, whole)).toEqual({
      kind: 'invalid',
      must: 'must be a whole number from 1 to 1,000',
    });
  });
  it('writes small bounds without an exponent', () => {
    expect(readNumber('0', share)).toEqual({
      kind: 'invalid',
      must: 'must be a number from 0.000001 to 1',
    });
  });
});
