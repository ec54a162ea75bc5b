import type { Note } from '../music/song';

/** The tick at which the last of the notes ends; 0 where there are none. */
export function lastTick(notes: readonly Note[]): number {
  return notes.reduce((last, { tick, duration }) => Math.max(last, tick + duration), 0);
}
