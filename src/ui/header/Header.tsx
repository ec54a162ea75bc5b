/** The name, the engine, the keys' help, the language and the theme. */
import { Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../texts/t';
import { IconButton } from '../controls/Button';
import { setTheme, useTheme } from '../theme';
import { EngineStatus } from './EngineStatus';
import styles from './Header.module.css';
import { KeyboardHelp } from './KeyboardHelp';
import { LanguageSelect } from './LanguageSelect';

export function Header(): ReactNode {
  const theme = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className={styles.header} data-lacquer>
      <h1 className={styles.name}>Etude</h1>
      <p className={styles.tagline}>{t('header.tagline')}</p>
      <div className={styles.end}>
        <EngineStatus />
        <KeyboardHelp />
        <LanguageSelect />
        <IconButton
          label={t(other === 'dark' ? 'header.useDark' : 'header.useLight')}
          onPress={() => setTheme(other)}
        >
          {other === 'dark' ? <Moon size={18} aria-hidden /> : <Sun size={18} aria-hidden />}
        </IconButton>
      </div>
    </header>
  );
}
