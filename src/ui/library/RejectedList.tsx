/** The list "Files not added": each file's name and why, until the person has seen it. */
import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { plural } from '../../lib/counts';
import { IconButton } from '../controls/Button';
import styles from './RejectedList.module.css';

export function RejectedList(): ReactNode {
  const { clearRejected } = useActions();
  const rejected = useAppState((state) => state.rejected);
  if (rejected.length === 0) return null;
  return (
    <div className={styles.rejected}>
      <div className={styles.header}>
        <TriangleAlert size={16} aria-hidden />
        <h3 className={styles.title}>{plural(rejected.length, 'file')} not added</h3>
        <IconButton small label="Dismiss the files that were not added" onPress={clearRejected}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <ul className={styles.list} aria-label="Files not added">
        {rejected.map(({ id, fileName, reason }) => (
          <li key={id} className={styles.row}>
            <span className={styles.name}>{fileName}</span>
            <span className={styles.reason}>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
