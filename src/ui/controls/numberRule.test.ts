import { describe, expect, it } from 'vitest';
import { readNumber, snapNumber } from './numberRule';

const whole = { minimum: 1, maximum: 1000, whole: true };
const share = { minimum: 0.000001, maximum: 1, whole: false };

describe('snapNumber', () => {
  it.each([
    ['100000', { value: 1000, why: 'goes up to 1,000' }],
    ['Infinity', { value: 1000, why: 'goes up to 1,000' }],
    ['-3', { value: 1, why: 'starts at 1' }],
    ['0.2', { value: 1, why: 'starts at 1' }],
    ['2.6', { value: 3, why: 'takes whole numbers' }],
    ['', { value: 40, why: 'needs a number' }],
    ['x', { value: 40, why: 'needs a number' }],
  ])('takes the nearest number to %j', (text, expected) => {
    expect(snapNumber(text, whole, 40)).toEqual(expected);
  });
  it('writes small bounds without an exponent', () => {
    expect(snapNumber('0', share, 0.5)).toEqual({ value: 0.000001, why: 'starts at 0.000001' });
  });
});

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
