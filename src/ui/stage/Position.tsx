/** The counter: bar and beat, and time. Written past React, since it changes on every frame. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useAppServices, useAppState } from '../../app/context';
import { endTick } from '../../music/song';
import { tickToSeconds } from '../../music/time';
import { t } from '../../texts/t';
import { formatDuration } from '../format';
import { BarGrid, placeText } from '../roll/barGrid';
import { watchPlayhead } from '../watchPlayhead';
import type { StageScore } from './emptyScore';
import styles from './Position.module.css';

export function Position({ score }: { score: StageScore }): ReactNode {
  const { playheadTick } = useAppServices();
  const playing = useAppState((state) => state.transport.playing);
  const bars = useRef<HTMLSpanElement>(null);
  const time = useRef<HTMLSpanElement>(null);
  const { notes, ppq, tempos, timeSignatures } = score;
  const length = useMemo(() => tickToSeconds(endTick(notes), tempos, ppq), [notes, tempos, ppq]);

  const grid = useMemo(() => new BarGrid(timeSignatures, ppq), [timeSignatures, ppq]);

  useEffect(() => {
    function write(): void {
      const tick = playheadTick();
      setText(bars.current, placeText(grid.positionAt(tick)));
      setText(time.current, formatDuration(tickToSeconds(tick, tempos, ppq)));
    }
    return watchPlayhead(playing, write);
  }, [playheadTick, playing, ppq, tempos, grid]);

  return (
    <div
      className={styles.position}
      role="timer"
      aria-label={t('playback.position')}
      aria-live="off"
    >
      <span className={styles.bars} ref={bars} title={t('playback.barAndBeat')} />
      <span className={styles.time}>
        <span ref={time} /> / {formatDuration(length)}
      </span>
    </div>
  );
}

function setText(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
