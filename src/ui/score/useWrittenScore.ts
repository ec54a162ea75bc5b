/** The song as a score, written again when its notes, title or tempo change. */
import { useEffect, useState } from 'react';
import { useAppState } from '../../app/context';
import { type WrittenScore, writtenScore } from '../../app/shared/scoreText';
import { errorMessage } from '../../lib/errorMessage';
import type { Song } from '../../music/song';
import { t } from '../../texts/t';

/** A slider that moves writes one score, not fifty. */
const SETTLED_MS = 300;

export type Writing =
  | { kind: 'working' }
  | { kind: 'failed'; reason: string }
  | { kind: 'written'; song: Song; written: WrittenScore };

/** @param song absent while there is nothing to write */
export function useWrittenScore(song: Song | undefined): Writing {
  const speed = useAppState((state) => state.transport.speed);
  const [writing, setWriting] = useState<Writing>({ kind: 'working' });
  useEffect(() => {
    if (!song) return;
    let current = true;
    const timer = setTimeout(
      () =>
        void write(song, speed).then((result) => {
          if (current) setWriting(result);
        }),
      SETTLED_MS,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [song, speed]);
  // Another piece's score is not shown under the title of this one.
  return writing.kind === 'written' && writing.song !== song ? { kind: 'working' } : writing;
}

async function write(song: Song, speed: number): Promise<Writing> {
  try {
    const written = await writtenScore(song, speed);
    if (!written) return { kind: 'failed', reason: t('scores.notWritable') };
    if (written.score.parts.length === 0) return { kind: 'failed', reason: t('scores.onlyDrums') };
    return { kind: 'written', song, written };
  } catch (error) {
    return { kind: 'failed', reason: t('scores.notWritten', { reason: errorMessage(error) }) };
  }
}
