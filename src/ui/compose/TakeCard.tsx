/** One take: a small roll, play and pause, star; the shown one also says and offers all the rest. */
import { Pause, Play, Rows2, Star } from 'lucide-react';
import { memo, type ReactNode, useMemo, useState } from 'react';
import type { Take } from '../../app/compose/take';
import { takeProgress } from '../../app/compose/takeProgress';
import { useActions } from '../../app/context';
import { takeSong } from '../../app/playback/shownScore';
import { packSong } from '../../music/packedSong';
import { t } from '../../texts/t';
import { IconButton, IconToggle } from '../controls/Button';
import rows from '../controls/Rows.module.css';
import { PieceThumbnail } from '../roll/PieceThumbnail';
import { useLanguage } from '../useLanguage';
import { inKeyText } from './qualityText';
import { TakeActions } from './TakeActions';
import styles from './TakeCard.module.css';
import { TakeDetails } from './TakeDetails';
import { TitleEditor } from './TitleEditor';
import { takeSize } from './takeText';

interface TakeCardProps {
  take: Take;
  /** Number of takes in the batch of which it is the best. Default: it is not. */
  bestOf?: number;
  shown: boolean;
  playing: boolean;
  /** Whether another take is shown, with which it can be compared. */
  comparable: boolean;
  compared: boolean;
}

export const TakeCard = memo(function TakeCard(props: TakeCardProps): ReactNode {
  const { take, bestOf, shown, playing, comparable, compared } = props;
  const { show, play, pause, starTake, compareTake } = useActions();
  // The list's rendering alone does not reach a card whose properties stay.
  useLanguage();
  const [renaming, setRenaming] = useState(false);
  const { id, title, composing } = take;
  const song = useMemo(() => packSong(takeSong(take)), [take]);
  const share = takeProgress(take);

  function toggle(): void {
    if (playing) {
      pause();
      return;
    }
    if (!shown) show({ kind: 'take', id });
    void play();
  }

  return (
    <li className={`${rows.row} ${styles.card}`} data-shown={shown}>
      <div className={`${rows.thumbnail} ${styles.thumbnail}`}>
        <PieceThumbnail song={song} />
      </div>
      <div className={rows.words}>
        {renaming ? (
          <TitleEditor take={take} onDone={() => setRenaming(false)} />
        ) : (
          <button
            type="button"
            className={rows.title}
            aria-label={t('takes.show', { title })}
            aria-current={shown}
            onClick={() => show({ kind: 'take', id })}
          >
            {title}
          </button>
        )}
        <p className={styles.line}>
          {!shown && bestOf !== undefined && (
            <span className={styles.best}>{t('takes.bestOf', { count: bestOf })} · </span>
          )}
          {takeSize(take)}
          {composing && ` · ${t('takes.composing', { percent: Math.round(100 * share) })}`}
          {!shown && take.quality?.key !== undefined && ` · ${inKeyText(take.quality.inKey)}`}
        </p>
      </div>
      <div className={styles.buttons}>
        <IconButton
          small
          label={t(playing ? 'takes.pause' : 'takes.play', { title })}
          onPress={toggle}
        >
          {playing ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
        </IconButton>
        <IconToggle
          small
          label={t('takes.star', { title })}
          selected={take.starred ?? false}
          onChange={(starred) => starTake(id, starred)}
        >
          <Star size={15} fill={take.starred ? 'currentColor' : 'none'} aria-hidden />
        </IconToggle>
        {!shown && (
          <IconToggle
            small
            label={t('takes.compare', { title })}
            disabled={!comparable || composing}
            selected={compared}
            onChange={(selected) => compareTake(selected ? id : undefined)}
          >
            <Rows2 size={15} aria-hidden />
          </IconToggle>
        )}
      </div>
      {shown && (
        <div className={styles.more}>
          <TakeActions take={take} onRename={() => setRenaming(true)} />
          <TakeDetails take={take} bestOf={bestOf} />
        </div>
      )}
      {composing && <span className={styles.growing} style={{ '--share': share }} aria-hidden />}
    </li>
  );
});
