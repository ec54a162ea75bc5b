/** The shown piece as a score, page by page: it follows the playhead, seeks, and prints. */
import { ChevronLeft, ChevronRight, Printer, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useActions, useAppServices } from '../../app/context';
import { SCORE_PPQ } from '../../music/score/score';
import { t } from '../../texts/t';
import { Button, IconButton } from '../controls/Button';
import { Progress } from '../controls/Progress';
import type { StageScore } from '../stage/emptyScore';
import { ScorePaper } from './ScorePaper';
import styles from './ScoreView.module.css';
import { usePageSize } from './usePageSize';
import { usePrint } from './usePrint';
import { useScorePages } from './useScorePages';
import { useWrittenScore } from './useWrittenScore';

export function ScoreView({ score }: { score: StageScore }): ReactNode {
  const { seek } = useActions();
  const { store } = useAppServices();
  const desk = useRef<HTMLDivElement>(null);
  const size = usePageSize(desk);
  const composing = score.take?.composing ?? false;
  const writing = useWrittenScore(composing ? undefined : score.song);
  const written = writing.kind === 'written' ? writing.written : undefined;
  const bars = written?.score.bars;
  const [bar, setBar] = useState(0);
  /** Whether the pages turn with the playhead; not after a page was turned by hand, for a while. */
  const follows = useRef(true);
  const { found, known, complete, barsDone, failure } = useScorePages(written, size, bar);
  const { printing, print, cancel, printFailure } = usePrint(written);
  const page = written && found?.page;
  const first = page?.bars[0].index ?? 0;
  const last = page?.bars.at(-1)?.index ?? 0;
  const total = bars?.length ?? 0;

  function turn(to: number): void {
    if (to < 0 || to >= total) return;
    follows.current = false;
    setBar(to);
  }

  function seekBar(index: number): void {
    const target = bars?.[index];
    if (!target) return;
    follows.current = true;
    seek((target.tick * score.ppq) / SCORE_PPQ);
    setBar(index);
  }

  function enter(index: number): void {
    const isHere = index >= first && index <= last;
    if (isHere) follows.current = true;
    // A page that was turned by hand stays while the music goes on elsewhere.
    if (follows.current || !store.getState().transport.playing) setBar(index);
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'PageDown') turn(last + 1);
    else if (event.key === 'PageUp') turn(first - 1);
    else return;
    event.preventDefault();
  }

  const message = messageOf();
  function messageOf(): string {
    if (!score.song) return t('stage.choosePiece');
    if (composing) return t('scores.onceFinished');
    if (writing.kind === 'failed') return writing.reason;
    if (failure) return failure;
    return page ? '' : t('scores.engraving');
  }

  return (
    <section
      className={styles.view}
      aria-label={t('scores.viewOf', { title: score.title })}
      onKeyDown={pressKey}
    >
      <div className={styles.bar}>
        <IconButton
          small
          label={t('scores.previousPage')}
          disabled={!page || first === 0}
          onPress={() => turn(first - 1)}
        >
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <span className={styles.place} role="status">
          {page && found
            ? complete
              ? t('scores.pageOf', { page: found.index + 1, pages: known })
              : t('scores.page', { page: found.index + 1 })
            : ''}
        </span>
        <IconButton
          small
          label={t('scores.nextPage')}
          disabled={!page || last + 1 >= total}
          onPress={() => turn(last + 1)}
        >
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        {written && !complete && !failure && (
          <div className={styles.progress}>
            <Progress
              label={t('scores.progress')}
              value={barsDone}
              maximum={total}
              text={t('scores.barsDone', { done: barsDone, total })}
            />
          </div>
        )}
        <div className={styles.end}>
          {printing === undefined ? (
            <Button label={t('scores.print')} disabled={!page} onPress={print}>
              <Printer size={16} aria-hidden />
              <span className={styles.buttonText}>{t('scores.print')}</span>
            </Button>
          ) : (
            <>
              <div className={styles.progress}>
                <Progress
                  label={t('scores.printProgress')}
                  value={printing}
                  maximum={total}
                  text={t('scores.barsDone', { done: printing, total })}
                />
              </div>
              <Button label={t('scores.cancelPrint')} onPress={cancel}>
                <X size={16} aria-hidden />
              </Button>
            </>
          )}
        </div>
      </div>
      <div className={styles.desk} ref={desk}>
        {page && written && (
          <ScorePaper
            page={page}
            score={written.score}
            ppq={score.ppq}
            label={t('scores.viewOf', { title: score.title })}
            onEnter={enter}
            onSeek={seekBar}
          />
        )}
        <div className={styles.message} role="status">
          {printFailure ?? message}
        </div>
      </div>
    </section>
  );
}
