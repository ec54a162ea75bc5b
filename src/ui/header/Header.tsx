/** The name, the engine, the keys' help and the theme. */
import { Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/Button';
import { setTheme, useTheme } from '../theme';
import { EngineStatus } from './EngineStatus';
import styles from './Header.module.css';
import { KeyboardHelp } from './KeyboardHelp';

export function Header(): ReactNode {
  const theme = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className={styles.header} data-lacquer>
      <h1 className={styles.name}>Etude</h1>
      <p className={styles.tagline}>A network that practises on your music</p>
      <div className={styles.end}>
        <EngineStatus />
        <KeyboardHelp />
        <IconButton label={`Use the ${other} theme`} onPress={() => setTheme(other)}>
          {other === 'dark' ? <Moon size={18} aria-hidden /> : <Sun size={18} aria-hidden />}
        </IconButton>
      </div>
    </header>
  );
}
