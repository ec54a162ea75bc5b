/** The page: header, stage and panels. It needs an `AppContext` above it. */
import type { ReactNode } from 'react';
import './tokens.css';
import './base.css';
import styles from './App.module.css';
import { Header } from './header/Header';
import { DropOverlay } from './library/DropOverlay';
import { Notices } from './notices/Notices';
import { panels } from './panels';
import { StepSwitch } from './StepSwitch';
import { Stage } from './stage/Stage';
import { useUndoKeys } from './useUndoKeys';

const [First, ...others] = panels;

export function App(): ReactNode {
  useUndoKeys();
  return (
    <div className={styles.app}>
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
