/** The page: header, stage and panels. It needs an `AppContext` above it. */
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useAppState } from '../app/context';
import { t } from '../texts/t';
import './tokens.css';
import './base.css';
import styles from './App.module.css';
import { Header } from './header/Header';
import { DropOverlay } from './library/DropOverlay';
import { Notices } from './notices/Notices';
import { panels } from './panels';
import { StepSwitch } from './StepSwitch';
import { Stage } from './stage/Stage';
import { isRunActive } from './training/runText';
import { useLanguage } from './useLanguage';
import { useUndoKeys } from './useUndoKeys';

const [First, ...others] = panels;

export function App(): ReactNode {
  // Once there is something to listen to, the roll takes most of the window.
  const making = useAppState(
    ({ takes, training }) =>
      takes.length > 0 || isRunActive(training.phase) || training.checkpoint !== undefined,
  );
  const learning = useAppState((state) => isRunActive(state.training.phase));
  const takes = useAppState((state) => state.takes.length > 0);
  const language = useLanguage();
  useUndoKeys();
  return (
    <I18nProvider locale={language}>
      <div className={styles.app} data-making={making} data-learning={learning} data-takes={takes}>
        <a className={styles.skip} href="#library">
          {t('page.skip')}
        </a>
        <Header />
        {/* Made anew for another language, so that no memoized row and no canvas keeps the old one. */}
        <main key={language} className={styles.main}>
          <Stage />
          <StepSwitch />
          <div className={styles.panels}>
            <First.Content />
            <div className={styles.others}>
              {others.map(({ id, Content }) => (
                <Content key={id} />
              ))}
            </div>
          </div>
        </main>
        <Notices />
        <DropOverlay />
      </div>
    </I18nProvider>
  );
}
