/** Predictions from an earlier bar: time, key and length of the next note. */
import { type Bar, type BarNote, onsetAt } from './bars';

/** Current position within a bar. */
export interface EchoPlace {
  /** Grid ticks since the bar line. */
  place: number;
  /** Highest key struck at this place so far; -1 for none. */
  highest: number;
}

/**
 * Ticks from `place` to the next onset of the earlier bar: 0 where its chord has a key above the
 * highest one.
 * @param shift transposition of the earlier bar, semitones
 * @returns undefined without a further onset in the bar
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

/** Lowest note of the earlier bar at this place above the highest key. */
export function echoedNote(
  earlier: Bar,
  { place, highest }: EchoPlace,
  shift: number,
): BarNote | undefined {
  return onsetAt(earlier, place)?.notes.find(({ pitch }) => pitch + shift > highest);
}

/** Note of the earlier bar at this place with this key, which is transposed back already. */
export function struckThere(earlier: Bar, place: number, pitch: number): BarNote | undefined {
  return onsetAt(earlier, place)?.notes.find((note) => note.pitch === pitch);
}
