/** The list "Takes", newest first. A click anywhere on a row shows the take in the roll. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import styles from './ComposePanel.module.css';
import { TakeRow } from './TakeRow';

export function TakeList(): ReactNode {
  const takes = useAppState((state) => state.takes);
  const shownId = useAppState(({ shown }) => (shown.kind === 'take' ? shown.id : undefined));
  if (takes.length === 0) {
    return <p className={styles.empty}>Takes gather here: listen, compare, download.</p>;
  }
  return (
    <ul className={styles.takes} aria-label="Takes">
      {takes.toReversed().map((take) => (
        <TakeRow key={take.id} take={take} shown={take.id === shownId} />
      ))}
    </ul>
  );
}
