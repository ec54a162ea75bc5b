/** The page: header, stage and panels. It needs an `AppContext` above it. */
import type { ReactNode } from 'react';
import { useAppState } from '../app/context';
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
import { useUndoKeys } from './useUndoKeys';

const [First, ...others] = panels;

export function App(): ReactNode {
  // Once there is something to listen to, the roll takes most of the window.
  const making = useAppState(
    ({ takes, training }) =>
      takes.length > 0 || isRunActive(training.phase) || training.checkpoint !== undefined,
  );
  useUndoKeys();
  return (
    <div className={styles.app} data-making={making}>
      <a className={styles.skip} href="#library">
        Skip to the library
      </a>
      <Header />
      <main className={styles.main}>
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
  );
}
