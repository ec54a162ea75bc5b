/** The choice of the language: a native select behind an icon, which fits any width. */
import { Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions } from '../../app/context';
import { languageNames, languages } from '../../texts/language';
import { t } from '../../texts/t';
import { useLanguage } from '../useLanguage';
import styles from './LanguageSelect.module.css';

export function LanguageSelect(): ReactNode {
  const { chooseLanguage } = useActions();
  const inUse = useLanguage();
  function choose(chosen: string): void {
    const language = languages.find((known) => known === chosen);
    if (language) void chooseLanguage(language);
  }
  return (
    <div className={styles.language}>
      <Languages size={18} aria-hidden />
      <select
        className={styles.select}
        aria-label={t('header.language')}
        title={t('header.language')}
        value={inUse}
        onChange={(event) => choose(event.target.value)}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </div>
  );
}
