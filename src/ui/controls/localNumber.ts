/** Numbers as they are typed where the person lives: "0,5" is a half in Berlin and Paris. */
import { typingLocale } from '../../texts/numberLocale';

/**
 * The number that the text stands for; NaN where it is none. Where the language writes decimals
 * with a comma, a comma is one, and a point too, unless it can only group thousands; elsewhere a
 * comma groups thousands, or is a decimal where it cannot group.
 * @param language a BCP 47 tag. Default: that of where the person lives
 */
export function parseNumber(text: string, language: string = typingLocale()): number {
  const typed = text.trim().replace(/[\s'’\u00a0\u202f]+(?=\d{3})/g, '');
  if (typed === '') return Number.NaN;
  const [decimal, grouping] = decimalOf(language) === ',' ? [',', '.'] : ['.', ','];
  const parts = typed.split(grouping);
  const isGrouped =
    parts.length > 1 &&
    /^[+-]?[1-9]\d{0,2}$/.test(parts[0]) &&
    parts.slice(1).every((part) => /^\d{3}/.test(part)) &&
    parts.slice(1, -1).every((part) => part.length === 3) &&
    /^\d{3}(\D|$)/.test(parts[parts.length - 1]);
  const plain = isGrouped ? parts.join('') : typed.replace(grouping, '.');
  return Number(plain.replace(decimal, '.'));
}

/** The number as a person types it: with the decimal sign of the language, ungrouped. */
export function typedNumber(value: number, language: string = typingLocale()): string {
  return String(value).replace('.', decimalOf(language));
}

function decimalOf(language: string): string {
  try {
    const format = new Intl.NumberFormat(language, { numberingSystem: 'latn' });
    const parts = format.formatToParts(0.5);
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  } catch {
    return '.';
  }
}
