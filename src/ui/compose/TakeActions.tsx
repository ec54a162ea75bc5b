/** What can be done with the shown take. */
import { Download, FileMusic, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Take } from '../../app/compose/take';
import { useActions } from '../../app/context';
import { t } from '../../texts/t';
import { Button, IconButton } from '../controls/Button';
import styles from './TakeCard.module.css';
import { useCanCompose } from './useCanCompose';
import { useContinue } from './useContinue';

interface TakeActionsProps {
  take: Take;
  onRename(): void;
}

export function TakeActions({ take, onRename }: TakeActionsProps): ReactNode {
  const { composeLike, downloadTake, downloadTakeScore, removeTake } = useActions();
  const continueTake = useContinue();
  const canCompose = useCanCompose();
  const { id, title, composing } = take;

  return (
    <div className={styles.actions}>
      <Button
        label={t('takes.moreLike', { title })}
        hint={t('takes.moreLikeHint')}
        disabled={composing || !canCompose}
        onPress={() => void composeLike(id)}
      >
        {t('takes.moreLikeThis')}
      </Button>
      <Button
        label={t('takes.continueTitle', { title })}
        hint={t('takes.continueHint')}
        disabled={composing || !canCompose}
        onPress={() => continueTake(take)}
      >
        {t('takes.continue')}
      </Button>
      <span className={styles.icons}>
        <IconButton
          small
          label={t('takes.download', { title })}
          disabled={composing}
          onPress={() => void downloadTake(id)}
        >
          <Download size={15} aria-hidden />
        </IconButton>
        <IconButton
          small
          label={t('scores.downloadOf', { title })}
          disabled={composing}
          onPress={() => void downloadTakeScore(id)}
        >
          <FileMusic size={15} aria-hidden />
        </IconButton>
        <IconButton
          small
          label={t('takes.rename', { title })}
          disabled={composing}
          onPress={onRename}
        >
          <Pencil size={15} aria-hidden />
        </IconButton>
        <IconButton
          small
          label={t('takes.remove', { title })}
          disabled={composing}
          onPress={() => removeTake(id)}
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}
