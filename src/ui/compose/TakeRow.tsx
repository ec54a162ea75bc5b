/** One take: show, play, continue, remove, and its copying report. */
import { ArrowRightFromLine, Play, Trash2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { takeProgress } from '../../app/compose/takeProgress';
import { useActions, useAppState } from '../../app/context';
import type { Take } from '../../app/state';
import { IconButton } from '../controls/Button';
import rows from '../controls/Rows.module.css';
import { copyingVerdict } from './copyingText';
import styles from './TakeRow.module.css';
import { takeForm, takeSettings, takeSize } from './takeText';
import { useContinue } from './useContinue';

interface TakeRowProps {
  take: Take;
  shown: boolean;
}

export const TakeRow = memo(function TakeRow({ take, shown }: TakeRowProps): ReactNode {
  const { show, play, removeTake } = useActions();
  const continueTake = useContinue();
  const { id, title, composing } = take;
  const share = takeProgress(take);
  const plan = take.form?.planOf;
  const planTitle = useAppState(({ pieces }) => pieces.find((piece) => piece.id === plan)?.title);
  const form = takeForm(take, planTitle);

  function playTake(): void {
    show({ kind: 'take', id });
    void play();
  }

  return (
    <li className={`${rows.row} ${styles.take}`} data-shown={shown}>
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
        <p className={styles.line}>
          {takeSize(take)}
          {composing && ` · composing, ${Math.round(100 * share)} %`}
        </p>
      </div>
      <div className={rows.buttons}>
        <IconButton small label={`Play ${title}`} onPress={playTake}>
          <Play size={15} aria-hidden />
        </IconButton>
        <IconButton
          small
          label={`Continue ${title}`}
          disabled={composing}
          onPress={() => continueTake(take)}
        >
          <ArrowRightFromLine size={15} aria-hidden />
        </IconButton>
        <IconButton
          small
          label={`Remove ${title}`}
          disabled={composing}
          onPress={() => removeTake(id)}
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.more}>
        {form && <p className={styles.line}>{form}</p>}
        <p className={styles.line}>{takeSettings(take)}</p>
        <Copying take={take} />
        {take.remarks.map((remark) => (
          <p key={remark} className={styles.remark}>
            {remark}
          </p>
        ))}
      </div>
      {composing && <span className={styles.growing} style={{ '--share': share }} aria-hidden />}
    </li>
  );
});

function Copying({ take }: { take: Take }): ReactNode {
  const judged = copyingVerdict(take);
  if (!judged) return null;
  return (
    <p className={styles.line}>
      <strong className={styles.verdict} data-kind={judged.kind}>
        {judged.verdict}.
      </strong>{' '}
      {judged.sentence}
    </p>
  );
}
