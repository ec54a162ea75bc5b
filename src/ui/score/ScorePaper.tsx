/** One page of a score, with the sounding bar and the playhead; a slider over the bars. */
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Score } from '../../music/score/score';
import { t } from '../../texts/t';
import { barAt, type EngravedPage, xInBar } from './engravedPage';
import styles from './ScoreView.module.css';
import { usePlayheadBar } from './usePlayheadBar';

interface ScorePaperProps {
  page: EngravedPage;
  score: Score;
  /** Of the shown song. */
  ppq: number;
  label: string;
  /** Called when another bar begins to sound. */
  onEnter(bar: number): void;
  onSeek(bar: number): void;
}

export function ScorePaper(props: ScorePaperProps): ReactNode {
  const { page, score, ppq, label, onEnter, onSeek } = props;
  const drawing = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const sounding = useRef<HTMLDivElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const now = useRef(0);
  const total = score.bars.length;

  useLayoutEffect(() => {
    drawing.current?.replaceChildren(page.drawing);
  }, [page]);

  const look = usePlayheadBar(score, ppq, {
    enter: (bar) => {
      now.current = bar;
      paper.current?.setAttribute('aria-valuenow', String(bar + 1));
      paper.current?.setAttribute('aria-valuetext', t('scores.barOf', { bar: bar + 1, total }));
      onEnter(bar);
    },
    at: (bar, tick) => {
      const place = page.bars.find(({ index }) => index === bar);
      if (!sounding.current || !playhead.current) return;
      sounding.current.hidden = !place;
      playhead.current.hidden = !place;
      if (!place) return;
      const { left, top, width, height } = place;
      // Some air above and below the staves.
      const air = Math.min(16, height / 4);
      sounding.current.style.cssText = `transform: translate(${left}px, ${top - air}px); width: ${width}px; height: ${height + 2 * air}px`;
      const x = xInBar(place, tick, score.bars[bar].ticks);
      playhead.current.style.cssText = `transform: translate(${x}px, ${top - air}px); height: ${height + 2 * air}px`;
    },
  });

  function click(event: MouseEvent<HTMLDivElement>): void {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const bar = barAt(page.bars, event.clientX - left, event.clientY - top);
    if (bar) seek(bar.index);
  }

  /** The next key counts from the bar of this one, however quickly it follows. */
  function seek(bar: number): void {
    onSeek(bar);
    look();
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = {
      ArrowLeft: now.current - 1,
      ArrowRight: now.current + 1,
      Home: 0,
      End: total - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to < total) seek(to);
  }

  return (
    <div
      ref={paper}
      className={styles.paper}
      style={{ width: page.width, height: page.height }}
      role="slider"
      aria-roledescription={t('scores.role')}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={total}
      aria-valuenow={1}
      tabIndex={0}
      onClick={click}
      onKeyDown={pressKey}
    >
      <div ref={sounding} className={styles.sounding} hidden />
      <div ref={drawing} className={styles.drawing} aria-hidden />
      <div ref={playhead} className={styles.playhead} hidden />
    </div>
  );
}
