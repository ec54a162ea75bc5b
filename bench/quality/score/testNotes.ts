/** Short scores for the tests. */
import type { Note } from '../../../src/music/song.ts';
import type { Score } from './score.ts';

export const PPQ = 24;

export function note(tick: number, pitch: number, duration = 24): Note {
  return { tick, pitch, duration, velocity: 64 };
}

/** One bar of 4/4 per list: a quarter note on each beat, 0 for a rest. */
export function quarters(...bars: readonly (readonly number[])[]): Score {
  return {
    ppq: PPQ,
    meters: [{ tick: 0, barTicks: 4 * PPQ }],
    notes: bars.flatMap((pitches, bar) =>
      pitches.flatMap((pitch, beat) => (pitch > 0 ? [note((4 * bar + beat) * PPQ, pitch)] : [])),
    ),
  };
}
