/** What an earlier bar says of the note to come: when it is struck, which key, how long. */
import { type Bar, type BarNote, onsetAt } from './bars';

/** Where a piece stands within a bar. */
export interface EchoPlace {
  /** Grid ticks since the bar line. */
  place: number;
  /** The highest key struck here so far; -1 where none is. */
  highest: number;
}

/**
 * Ticks from `place` to what the earlier bar strikes next: 0 where its chord goes on above the
 * highest key.
 * @param shift semitones by which the earlier bar is moved
 * @returns undefined where nothing follows in the bar
 */
export function echoedTicks(
  earlier: Bar,
  { place, highest }: EchoPlace,
  shift: number,
): number | undefined {
  if (highest >= 0 && echoedNote(earlier, { place, highest }, shift)) return 0;
  const next = earlier.onsets.find((onset) => onset.place > place);
  return next && next.place - place;
}

/** The lowest note of the earlier bar at this place that lies above the highest key. */
export function echoedNote(
  earlier: Bar,
  { place, highest }: EchoPlace,
  shift: number,
): BarNote | undefined {
  return onsetAt(earlier, place)?.notes.find(({ pitch }) => pitch + shift > highest);
}

/** The note that the earlier bar strikes at this place on this key, already moved back. */
export function struckThere(earlier: Bar, place: number, pitch: number): BarNote | undefined {
  return onsetAt(earlier, place)?.notes.find((note) => note.pitch === pitch);
}
