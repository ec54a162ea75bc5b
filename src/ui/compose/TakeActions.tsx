/** What can be done with the shown take. */
import { Download, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions } from '../../app/context';
import type { Take } from '../../app/state';
import { Button, IconButton } from '../controls/Button';
import styles from './TakeCard.module.css';
import { useCanCompose } from './useCanCompose';
import { useContinue } from './useContinue';

interface TakeActionsProps {
  take: Take;
  onRename(): void;
}

export function TakeActions({ take, onRename }: TakeActionsProps): ReactNode {
  const { composeLike, downloadTake, removeTake } = useActions();
  const continueTake = useContinue();
  const canCompose = useCanCompose();
  const { id, title, composing } = take;

  return (
    <div className={styles.actions}>
      <Button
        label={`More like this: ${title}`}
        hint="The same plan, key and settings, with other notes."
        disabled={composing || !canCompose}
        onPress={() => void composeLike(id)}
      >
        More like this
      </Button>
      <Button
        label={`Continue ${title}`}
        hint="Composes what comes after the playhead; from the end where it stands at the start."
        disabled={composing || !canCompose}
        onPress={() => continueTake(take)}
      >
        Continue
      </Button>
      <span className={styles.icons}>
        <IconButton
          small
          label={`Download ${title}`}
          disabled={composing}
          onPress={() => void downloadTake(id)}
        >
          <Download size={15} aria-hidden />
        </IconButton>
        <IconButton small label={`Rename ${title}`} disabled={composing} onPress={onRename}>
          <Pencil size={15} aria-hidden />
        </IconButton>
        <IconButton
          small
          label={`Remove ${title}`}
          disabled={composing}
          onPress={() => removeTake(id)}
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}
