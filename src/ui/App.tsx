/** The page: header, stage, and the three steps. It needs a `AppContext` above it. */
import type { ReactNode } from 'react';
import './tokens.css';
import './base.css';
import styles from './App.module.css';
import { ComposePanel } from './compose/ComposePanel';
import { Header } from './header/Header';
import { DropOverlay } from './library/DropOverlay';
import { LibraryPanel } from './library/LibraryPanel';
import { Notices } from './notices/Notices';
import { StepSwitch } from './StepSwitch';
import { Stage } from './stage/Stage';
import { TrainingPanel } from './training/TrainingPanel';

export function App(): ReactNode {
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
          <LibraryPanel />
          <TrainingPanel />
          <ComposePanel />
        </div>
      </main>
      <Notices />
      <DropOverlay />
    </div>
  );
}
