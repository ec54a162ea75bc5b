/** The list "Files not added": each file's name and why, until the person has seen it. */
import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
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
        <h3 className={styles.title}>{t('library.notAdded', { count: rejected.length })}</h3>
        <IconButton small label={t('library.dismissNotAdded')} onPress={clearRejected}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <ul className={styles.list} aria-label={t('library.filesNotAdded')}>
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
