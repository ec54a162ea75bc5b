/** The languages of the app, and the one in use: English until another is set. */
import type { Catalogue } from './catalogue';
import { english } from './en';

/** Each language in its own name, in the order of the choice. */
export const languageNames = { en: 'English', de: 'Deutsch', es: 'Español' } as const;

export type Language = keyof typeof languageNames;

export const languages: readonly Language[] = ['en', 'de', 'es'];

interface LoadedLanguage {
  language: Language;
  catalogue: Catalogue;
}

let inUse: LoadedLanguage = { language: 'en', catalogue: english };
/** The language that was asked for last; a slower load of an earlier one is dropped. */
let wanted: Language = 'en';
const listeners = new Set<() => void>();

export function currentLanguage(): Language {
  return inUse.language;
}

/** All texts of the language in use. */
export function currentCatalogue(): Catalogue {
  return inUse.catalogue;
}

/**
 * Sets the language of this page or worker, once its texts are loaded.
 * @throws where the texts cannot be loaded; the language then stays as it was
 */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language;
  const catalogue = await load(language);
  if (wanted !== language || inUse.language === language) return;
  inUse = { language, catalogue };
  for (const listener of [...listeners]) listener();
}

/** @returns a function that ends the subscription */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

async function load(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return english;
    case 'de':
      return (await import('./de')).german;
    case 'es':
      return (await import('./es')).spanish;
    default:
      return language satisfies never;
  }
}
