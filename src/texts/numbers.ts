/** Numbers as the language in use writes them. */
import { numberLocale } from './numberLocale';

const formats = new Map<string, Intl.NumberFormat>();

/** `12345.6` as `12,346`, in German `12.346`. */
export function formatCount(count: number): string {
  return formatFixed(count, 0);
}

/** Rounded to exactly this many digits after the decimal sign. */
export function formatFixed(value: number, digits: number): string {
  const locale = numberLocale();
  const id = `${locale} ${digits}`;
  let format = formats.get(id);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: digits === 0,
    });
    formats.set(id, format);
  }
  return format.format(value);
}
