/** The list "Takes", newest first. A click anywhere on a row shows the take in the roll. */
import { Play, Trash2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import type { Take } from '../../app/state';
import { IconButton } from '../controls/Button';
import rows from '../controls/Rows.module.css';
import styles from './ComposePanel.module.css';
import { takeSettings, takeSize } from './takeText';

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

interface TakeRowProps {
  take: Take;
  shown: boolean;
}

const TakeRow = memo(function TakeRow({ take, shown }: TakeRowProps): ReactNode {
  const { show, play, removeTake } = useActions();
  const { id, title } = take;

  function playTake(): void {
    show({ kind: 'take', id });
    void play();
  }

  return (
    <li className={rows.row} data-shown={shown}>
      <div className={rows.words}>
        <button
          type="button"
          className={rows.title}
          aria-label={`Show ${title}`}
          aria-current={shown}
          onClick={() => show({ kind: 'take', id })}
        >
          {title}
        </button>
        <p className={styles.settings}>
          {takeSize(take)}
          {take.composing && ' · still composing...'}
        </p>
        <p className={styles.settings}>{takeSettings(take)}</p>
        {take.remarks.map((remark) => (
          <p key={remark} className={styles.remark}>
            {remark}
          </p>
        ))}
      </div>
      <div className={rows.buttons}>
        <IconButton small label={`Play ${title}`} onPress={playTake}>
          <Play size={15} aria-hidden />
        </IconButton>
        <IconButton small label={`Remove ${title}`} onPress={() => removeTake(id)}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
});
