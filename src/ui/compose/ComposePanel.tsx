/** Step 3: how to compose, the button that does it, and the takes. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { plural } from '../../lib/counts';
import { Panel, PanelScroll } from '../Panel';
import { ComposeForm } from './ComposeForm';
import styles from './ComposePanel.module.css';
import { GenerateControls } from './GenerateControls';
import { composeName } from './name';
import { TakeList } from './TakeList';

export function ComposePanel(): ReactNode {
  const takes = useAppState((state) => state.takes.length);
  return (
    <Panel
      name={composeName}
      className={styles.panel}
      aside={takes > 0 ? plural(takes, 'take') : ''}
    >
      <div className={styles.controls}>
        <GenerateControls />
      </div>
      <PanelScroll>
        <ComposeForm />
        <TakeList />
      </PanelScroll>
    </Panel>
  );
}
