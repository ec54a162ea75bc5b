/** Engraves a score for the size at hand and finds the page with the wanted bar. */
import { useEffect, useState } from 'react';
import { useAppServices } from '../../app/context';
import type { WrittenScore } from '../../app/shared/scoreText';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import type { PageSize } from './engravedPage';
import { Engraver } from './engraver';
import { engravingHost } from './engravingHost';
import { type FoundPage, ScorePages } from './scorePages';

export interface ScoreProgress {
  /** Absent until the first page with the wanted bar is engraved. */
  found?: FoundPage;
  /** Pages engraved so far, and whether these are all. */
  known: number;
  complete: boolean;
  /** Bars on them. */
  barsDone: number;
  /** Why nothing can be shown. */
  failure?: string;
}

const NONE: ScoreProgress = { known: 0, complete: false, barsDone: 0 };

/** Between two pages, so that the page answers; longer while music plays, which has the right of way. */
const PAUSE_MS = 10;
const PLAYING_PAUSE_MS = 500;

/** @param bar the bar to show, from 0 */
export function useScorePages(
  written: WrittenScore | undefined,
  size: PageSize | undefined,
  bar: number,
): ScoreProgress {
  const { store } = useAppServices();
  const [pages, setPages] = useState<ScorePages>();
  const [progress, setProgress] = useState(NONE);

  useEffect(() => {
    if (!written || !size) return;
    const host = engravingHost();
    let current = true;
    setPages(undefined);
    setProgress(({ found }) => ({ ...NONE, found }));
    async function work(from: WrittenScore): Promise<void> {
      const engraver = await Engraver.load(from, host);
      if (!current || !size) return;
      const own = new ScorePages(engraver, from.score.bars.length, size);
      setPages(own);
      while (current && !own.complete) {
        await own.next();
        if (!current) return;
        const { known, complete, barsDone } = own;
        setProgress((before) => ({ ...before, known, complete, barsDone }));
        await pause(store.getState().transport.playing ? PLAYING_PAUSE_MS : PAUSE_MS);
      }
    }
    work(written).catch((error: unknown) => {
      if (current) setProgress({ ...NONE, failure: failure(error) });
    });
    return () => {
      current = false;
      host.remove();
    };
  }, [written, size, store]);

  const { known } = progress;
  useEffect(() => {
    let current = true;
    // Looked for again with each page that becomes known.
    if (pages && known > 0) {
      pages.with(bar).then(
        (found) => {
          if (current && found) setProgress((before) => ({ ...before, found }));
        },
        (error: unknown) => {
          if (current) setProgress({ ...NONE, failure: failure(error) });
        },
      );
    }
    return () => {
      current = false;
    };
  }, [pages, bar, known]);

  return progress;
}

function failure(error: unknown): string {
  return t('scores.notShown', { reason: errorMessage(error) });
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
