/** Step 3: the button that composes, how to compose, and the takes. */
import { type ReactNode, useState } from 'react';
import { useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Panel, PanelScroll } from '../Panel';
import { ComposeForm } from './ComposeForm';
import styles from './ComposePanel.module.css';
import { GenerateControls } from './GenerateControls';
import { StartLine } from './StartLine';
import { TakeList } from './TakeList';
import { TakeTools } from './TakeTools';

export function ComposePanel(): ReactNode {
  const takes = useAppState((state) => state.takes.length);
  const starred = useAppState((state) => state.takes.some((take) => take.starred));
  const [filtered, setFiltered] = useState(false);
  // The filter cannot be switched off where its button is gone.
  const starredOnly = filtered && starred;
  return (
    <Panel
      id="compose"
      className={styles.panel}
      aside={takes > 0 ? t('takes.count', { count: takes }) : ''}
    >
      <div className={styles.controls}>
        <GenerateControls>
          <TakeTools starredOnly={starredOnly} onStarredOnly={setFiltered} />
        </GenerateControls>
      </div>
      <PanelScroll>
        <StartLine />
        <ComposeForm />
        <TakeList starredOnly={starredOnly} />
      </PanelScroll>
    </Panel>
  );
}
