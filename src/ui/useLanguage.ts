/** The language in use; the component renders again when it changes. */
import { useSyncExternalStore } from 'react';
import { currentLanguage, type Language, onLanguageChange } from '../texts/language';

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage);
}
