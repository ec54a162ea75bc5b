/** What concerns the whole list of takes: "Download all", and a filter for the starred ones. */
import { FolderDown, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import styles from './TakeTools.module.css';

interface TakeToolsProps {
  /** Whether the list shows starred takes only. */
  starredOnly: boolean;
  onStarredOnly(starredOnly: boolean): void;
}

export function TakeTools({ starredOnly, onStarredOnly }: TakeToolsProps): ReactNode {
  const { downloadTakes } = useActions();
  const takes = useAppState((state) => state.takes.length);
  const starred = useAppState((state) => state.takes.filter((take) => take.starred).length);
  const finished = useAppState((state) => state.takes.some(({ composing }) => !composing));
  if (takes === 0) return null;
  return (
    <div className={styles.tools}>
      {starred > 0 && (
        <ToggleButton className={styles.filter} isSelected={starredOnly} onChange={onStarredOnly}>
          <Star size={14} aria-hidden />
          {t('takes.starred', { count: starred })}
        </ToggleButton>
      )}
      <Button look="quiet" disabled={!finished} onPress={() => void downloadTakes()}>
        <FolderDown size={16} aria-hidden />
        {t(starred > 0 ? 'takes.downloadAllStarred' : 'takes.downloadAll')}
      </Button>
    </div>
  );
}
