/** The playhead in a score: which bar sounds, and where in it. Written past React on every frame. */
import { useEffect, useRef } from 'react';
import { useAppServices, useAppState } from '../../app/context';
import { SCORE_PPQ, type Score } from '../../music/score/score';
import { watchPlayhead } from '../watchPlayhead';

interface PlayheadHandlers {
  /** On every frame. @param tick of the score, within the bar */
  at(bar: number, tick: number): void;
  /** When another bar begins to sound, or is sought. */
  enter(bar: number): void;
}

/**
 * @param ppq of the shown song
 * @returns looks at once, for the time after a seek
 */
export function usePlayheadBar(
  score: Score | undefined,
  ppq: number,
  handlers: PlayheadHandlers,
): () => void {
  const { playheadTick } = useAppServices();
  const playing = useAppState((state) => state.transport.playing);
  const latest = useRef(handlers);
  latest.current = handlers;
  const look = useRef(() => {});

  useEffect(() => {
    if (!score) return;
    const { bars } = score;
    let last = -1;
    function write(): void {
      const tick = (playheadTick() * SCORE_PPQ) / ppq;
      const bar = barWith(bars, tick, last);
      if (bar !== last) latest.current.enter(bar);
      last = bar;
      latest.current.at(bar, tick - bars[bar].tick);
    }
    look.current = write;
    return watchPlayhead(playing, write);
  }, [score, ppq, playing, playheadTick]);

  return () => look.current();
}

function barWith(bars: Score['bars'], tick: number, last: number): number {
  const bar = bars[last];
  if (bar && tick >= bar.tick && tick < bar.tick + bar.ticks) return last;
  return Math.max(
    0,
    bars.findLastIndex((each) => each.tick <= tick),
  );
}
