/**
 * A lost note-off and a superfluous one behind it. The stretch between them looks like notes that
 * overlap, each ended by the note-off of the next. The lengths tell.
 */
import type { Note } from '../song';

/** Notes that are looked at. */
const SAMPLE = 64;
/** No single note is held this many times as long as usual while its key is struck again. */
const LONGEST_HELD = 40;

/**
 * Whether the notes from the note-on at `from` to the note-off at `to`, which ends the last of
 * them, have lengths nearer to the usual when each is measured from the last strike.
 * @param events of one key, note-ons as -1 less the index of their note, note-offs as their tick
 * @param usualLength in ticks; 0 where it is not known
 */
export function isShifted(
  events: readonly number[],
  from: number,
  to: number,
  notes: readonly Note[],
  usualLength: () => number,
): boolean {
  const notesBetween = (to - from - 1) / 2;
  if (notesBetween < 2) return false;
  const onset = (at: number): number => notes[-1 - events[at]].tick;
  const usual = usualLength();
  if (usual === 0 || events[to] - onset(from) <= LONGEST_HELD * usual) return false;
  let inOrder = 0;
  let byStrikes = 0;
  let oldest = from;
  let latest = from;
  for (let at = from; at < to && at < from + 2 * SAMPLE; at++) {
    if (events[at] < 0) {
      latest = at;
      continue;
    }
    inOrder += distance(events[at] - onset(oldest), usual);
    byStrikes += distance(events[at] - onset(latest), usual);
    do oldest++;
    while (events[oldest] >= 0);
  }
  return byStrikes < inOrder;
}

/** How far two lengths are apart, whichever is longer. */
function distance(length: number, usual: number): number {
  return Math.abs(Math.log(Math.max(1, length) / usual));
}
