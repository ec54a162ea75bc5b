/** The language of the page: chosen when it opens, changed by hand, kept for the next visit. */
import type { StoreApi } from 'zustand/vanilla';
import { currentLanguage, type Language, languageNames, setLanguage } from '../../texts/language';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import { chosenLanguage } from './chosenLanguage';

const STORAGE_KEY = 'etude.language';

/** Call it before the page is shown, so that no text appears in two languages. */
export async function startLanguage(): Promise<void> {
  const { search } = location;
  try {
    await setLanguage(
      chosenLanguage({ search, stored: storedLanguage(), preferred: navigator.languages }),
    );
  } catch {
    // A page in English is better than none.
  }
  markPage();
}

export function languageActions(store: StoreApi<AppState>): Pick<Actions, 'chooseLanguage'> {
  return {
    chooseLanguage: async (language) => {
      try {
        await setLanguage(language);
      } catch {
        notify(store, t('header.languageNotLoaded', { language: languageNames[language] }));
        return;
      }
      keep(language);
      markPage();
    },
  };
}

/** For screen readers, hyphenation and the browser's own translation. */
function markPage(): void {
  document.documentElement.lang = currentLanguage();
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    // Storage may be forbidden: the browser's language it is.
    return null;
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is closed.
  }
  // An address that forces a language would win over the choice at the next visit.
  const url = new URL(location.href);
  if (!url.searchParams.has('lang')) return;
  url.searchParams.delete('lang');
  history.replaceState(history.state, '', url);
}
