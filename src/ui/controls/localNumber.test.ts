import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../texts/language';
import { numberLocale, typingLocale } from '../../texts/numberLocale';
import { formatFixed } from '../../texts/numbers';
import { parseNumber, typedNumber } from './localNumber';
import { plain, readNumber, snapNumber } from './numberRule';

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

describe('where the person lives', () => {
  afterEach(async () => {
    vi.unstubAllGlobals();
    await setLanguage('en');
  });
  const inBrowser = (...preferred: string[]): void => {
    vi.stubGlobal('navigator', { languages: preferred });
  };

  it.each(['fr-FR', 'it-IT', 'pl-PL', 'pt-BR', 'nl'])(
    'a comma is one in %s, though the page speaks English',
    (tag) => {
      inBrowser(tag, 'en-US', 'en');
      for (const [text, number] of [
        ['0,5', 0.5],
        ['1,25', 1.25],
        ['1,250', 1.25],
        ['12 500,5', 12_500.5],
      ] as const) {
        expect(parseNumber(text)).toBe(number);
      }
      expect(typedNumber(0.5)).toBe('0,5');
      const share = { minimum: 0.1, maximum: 1, whole: false };
      expect(snapNumber('0,05', share, 1).why).toBe('starts at 0,1');
      expect(readNumber('0,5', share)).toEqual({ kind: 'valid', value: 0.5 });
      expect(formatFixed(0.5, 1)).toBe('0.5');
    },
  );

  it('is where a language of the page is chosen that is not first in the browser', async () => {
    inBrowser('en-US');
    await setLanguage('de');
    expect([typedNumber(0.5), parseNumber('1.250')]).toEqual(['0,5', 1250]);
    await setLanguage('en');
    inBrowser('de-CH', 'en-GB');
    expect(typedNumber(0.5)).toBe('0.5');
  });

  it('is the variety that the browser names', async () => {
    inBrowser('fr-CA', 'es-MX', 'es');
    await setLanguage('es');
    expect([numberLocale(), typingLocale()]).toEqual(['es-MX', 'fr-CA']);
  });

  it.each(['c', 'not a language', 'ar-EG', 'fa-IR'])('writes digits that it reads in %s', (tag) => {
    inBrowser(tag);
    expect(parseNumber(typedNumber(0.5))).toBe(0.5);
    expect(plain(1000)).toBe('1,000');
  });
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
