/** Which language the page speaks. */
import { type Language, languages } from '../../texts/language';

interface LanguageSources {
  /** Query of the address: `?lang=de` wins over everything. */
  search: string;
  /** The choice of an earlier visit. */
  stored: string | null;
  /** The browser's languages, as BCP 47 tags, the preferred one first. */
  preferred: readonly string[];
}

/** English where nothing names a language that there is. */
export function chosenLanguage({ search, stored, preferred }: LanguageSources): Language {
  const named = [new URLSearchParams(search).get('lang'), stored, ...preferred];
  for (const tag of named) {
    const found = languageOf(tag ?? '');
    if (found) return found;
  }
  return 'en';
}

/** The language of a tag, whatever its region: `de` of `de-AT`. */
function languageOf(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return languages.find((language) => language === primary);
}
