/** Step 3: how to compose, the button that does it, and the takes. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { plural } from '../../lib/counts';
import { Panel } from '../Panel';
import { ComposeForm } from './ComposeForm';
import styles from './ComposePanel.module.css';
import { GenerateControls } from './GenerateControls';
import { TakeList } from './TakeList';

export function ComposePanel(): ReactNode {
  const takes = useAppState((state) => state.takes.length);
  return (
    <Panel step="compose" aside={takes > 0 ? plural(takes, 'take') : ''}>
      <div className={styles.controls}>
        <GenerateControls />
      </div>
      <div className={styles.scroll}>
        <ComposeForm />
        <TakeList />
      </div>
    </Panel>
  );
}
