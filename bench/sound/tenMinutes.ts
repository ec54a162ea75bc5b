/** Ten minutes of music: the pieces of the sample library one after the other, as played. */
import { type Score, scoreOfSong } from '../../src/audio/score';
import { timeNotes } from '../../src/audio/timedNotes';
import type { Note } from '../../src/music/song';
import { librarySongs } from '../../src/music/testSongs';

export const SECONDS = 600;
/** Seconds between two pieces. */
const PAUSE = 1;
/** Ticks per second: the score's quarter notes last one. */
const TICKS = 1000;

/**
 * Broken off after exactly `SECONDS`.
 * @throws {Error} if the library is shorter
 */
export function tenMinutes(): Score {
  const notes: Note[] = [];
  const last = SECONDS * TICKS;
  let offset = 0;
  for (const { song } of librarySongs()) {
    const { count, starts, ends, pitches, velocities, duration } = timeNotes(scoreOfSong(song));
    for (let i = 0; i < count; i++) {
      const tick = Math.round((offset + starts[i]) * TICKS);
      const end = Math.min(last, Math.round((offset + ends[i]) * TICKS));
      if (end <= tick) continue;
      notes.push({ tick, duration: end - tick, pitch: pitches[i], velocity: velocities[i] });
    }
    offset += duration + PAUSE;
    if (offset >= SECONDS) break;
  }
  if (offset < SECONDS) throw new Error('The sample library is shorter than ten minutes.');
  return { notes, ppq: TICKS, tempos: [{ tick: 0, microsecondsPerQuarter: 1_000_000 }] };
}
