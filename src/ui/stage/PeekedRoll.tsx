/**
 * The roll of a piece that is only looked at. It lies over the shown one, whose view, selection and
 * focus stay; to assistive technology the shown one is there all the time.
 */
import { type ReactNode, useMemo } from 'react';
import type { Piece } from '../../app/library/libraryState';
import { musicStart, scoreOfPiece } from '../../app/playback/shownScore';
import { t } from '../../texts/t';
import { PianoRoll } from '../roll/PianoRoll';
import styles from './PeekedRoll.module.css';

export function PeekedRoll({ piece }: { piece: Piece }): ReactNode {
  const score = useMemo(() => scoreOfPiece(piece), [piece]);
  const start = useMemo(() => musicStart(score), [score]);
  const { id, title, notes, ringing, leftOut, ppq, timeSignatures, keys } = score;
  return (
    <div className={styles.peeked} aria-hidden inert>
      <PianoRoll
        notes={notes}
        ringing={ringing}
        leftOut={leftOut}
        ppq={ppq}
        timeSignatures={timeSignatures}
        keys={keys}
        id={id}
        playheadTick={() => start}
        playing={false}
        onSeek={() => {}}
        label={t('stage.rollOf', { title })}
      />
      <p className={styles.sign}>{t('stage.lookingAt', { title })}</p>
    </div>
  );
}
