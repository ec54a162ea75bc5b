/**
 * The line above the list: progress while files are read, else what training will use. One height
 * for both, so that nothing below it moves.
 */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { IconButton } from '../controls/Button';
import { Progress } from '../controls/Progress';
import styles from './ImportStrip.module.css';
import { IncludeAll } from './IncludeAll';

export function ImportStrip(): ReactNode {
  const { cancelImport } = useActions();
  const importing = useAppState((state) => state.importing);
  if (!importing) {
    return (
      <div className={styles.strip}>
        <IncludeAll />
      </div>
    );
  }
  const { done, total, current } = importing;
  return (
    <div className={styles.strip}>
      <div className={styles.grow}>
        <Progress
          label={t('library.importProgress')}
          value={done}
          maximum={total}
          indeterminate={total === 0}
          text={t('library.filesRead', { done, total, current })}
        />
      </div>
      <IconButton small label={t('library.cancelImport')} onPress={cancelImport}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
