/** Which model composes where there is none at hand, and whose music taught it. */
import type { ReactNode } from 'react';
import { usesStart } from '../../app/compose/modelInUse';
import { useAppState } from '../../app/context';
import styles from './ComposePanel.module.css';
import { StartCredits } from './StartCredits';
import { startLine } from './startText';

export function StartLine(): ReactNode {
  const start = useAppState((state) => (usesStart(state) ? state.start : undefined));
  if (!start) return null;
  return (
    <p className={styles.start}>
      {startLine(start.card)} <StartCredits card={start.card} />
    </p>
  );
}
