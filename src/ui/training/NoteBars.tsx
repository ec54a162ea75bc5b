/** The most common notes as bars: a list whose items say name and count. */
import type { ReactNode } from 'react';
import { formatCount } from '../../texts/numbers';
import { t } from '../../texts/t';
import { isBlackKey, pitchName } from '../roll/pitchNames';
import styles from './DataSurvey.module.css';

interface NoteBarsProps {
  /** Most common first. */
  notes: readonly { pitch: number; count: number }[];
}

export function NoteBars({ notes }: NoteBarsProps): ReactNode {
  const most = notes[0]?.count ?? 1;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{t('training.commonNotes')}</figcaption>
      <ol className={styles.bars} aria-label={t('training.commonNotes')}>
        {notes.map(({ pitch, count }) => (
          <li
            key={pitch}
            className={styles.bar}
            data-black={isBlackKey(pitch)}
            title={t('training.commonNote', { pitch: pitchName(pitch), count })}
          >
            <span>{pitchName(pitch)}</span>
            <span className={styles.column} style={{ '--share': count / most }} />
            <span className={styles.count}>{formatCount(count)}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
