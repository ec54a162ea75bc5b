import { expect, it } from 'vitest';
import { parseNumber, typedNumber } from './localNumber';

it.each([
  ['0,5', 'de', 0.5],
  ['0.5', 'de', 0.5],
  ['1.000', 'de', 1000],
  ['1.000,5', 'de', 1000.5],
  ['0.001', 'de', 0.001],
  ['0,001', 'fr', 0.001],
  ['1 000', 'fr', 1000],
  ['0.5', 'en', 0.5],
  ['0,5', 'en', 0.5],
  ['0,001', 'en', 0.001],
  ['1,000', 'en', 1000],
  ['10,000,000', 'en', 10_000_000],
  ['1,000.25', 'en', 1000.25],
  ["1'000", 'de-CH', 1000],
  ['1e-3', 'en', 0.001],
  ['-3', 'en', -3],
  ['40', 'not a language', 40],
])('reads %s in %s as %d', (text, language, number) => {
  expect(parseNumber(text, language)).toBe(number);
});

it.each(['', ' ', 'x', '1,2,3', '1.2.3'])('reads no number in %j', (text) => {
  expect(parseNumber(text, 'en')).toBeNaN();
  expect(parseNumber(text, 'de')).toBeNaN();
});

it.each(['en', 'de', 'es', 'es-MX', 'de-CH'])('reads in %s what it writes', (language) => {
  for (const number of [0.5, 0.001, 1000, 1234.5, -3, 1e-7]) {
    expect(parseNumber(typedNumber(number, language), language)).toBe(number);
  }
  expect(typedNumber(0.5, 'de')).toBe('0,5');
});
