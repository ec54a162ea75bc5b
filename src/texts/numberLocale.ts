/** The locales in which numbers, dates and lists are written, and numbers are typed. */
import { currentLanguage, languages } from './language';

/**
 * The browser's variety of the language in use, such as `de-CH` or `es-MX`, which differ in their
 * decimals; else the language itself. A BCP 47 tag.
 */
export function numberLocale(): string {
  const language = currentLanguage();
  return preferredTags().find((tag) => primary(tag) === language) ?? language;
}

/**
 * Where the person lives, for numbers that are typed: the browser's own language where the page
 * cannot speak it, such as French or Polish; else as numbers are written. A BCP 47 tag.
 */
export function typingLocale(): string {
  const [own = ''] = preferredTags();
  const isSpoken = languages.some((language) => language === primary(own));
  return isSpoken || !isKnown(own) ? numberLocale() : own;
}

/** Whether the browser knows how numbers are written there. */
function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** The browser's languages, the preferred one first; absent in Node and in some workers. */
function preferredTags(): readonly string[] {
  return globalThis.navigator?.languages ?? [];
}

/** `de` of `de-AT`. */
function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0];
}
