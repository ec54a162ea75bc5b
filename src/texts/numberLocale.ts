/** The locale in which numbers, dates and lists are written. */
import { currentLanguage } from './language';

/**
 * The browser's variety of the language in use, such as `de-CH` or `es-MX`, which differ in their
 * decimals; else the language itself. A BCP 47 tag.
 */
export function numberLocale(): string {
  const language = currentLanguage();
  // Absent in Node and in some workers.
  const preferred: readonly string[] = globalThis.navigator?.languages ?? [];
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}
