/** Played notes on the grid that the encodings use: 24 ticks a quarter note. */
import { separateRepeats } from '../encoding/studio';
import { GRID_PPQ } from '../encoding/tickClasses';
import { compareNotes, type Note } from '../song';

import { beatDivisions, beatOf, SIXTEENTH } from './beatDivision';
import type { PlayedNote } from './playedEvent';

/** Onsets within this of the first of them are one chord, in milliseconds. */
const CHORD = 30;

export interface QuantiseOptions {
  /** Milliseconds. */
  quarter: number;
  /** Whether beats may be divided by three; in compound time they are already. */
  triplets: boolean;
}

/**
 * Every onset on the nearest sixteenth, or triplet where a beat has them; lengths on the same grid,
 * never shorter than a step. No swing is read into the notes, and none is added.
 * @param played ordered by start, in milliseconds from the first beat on; what is before it gets
 *   negative ticks
 */
export function quantise(
  played: readonly PlayedNote[],
  { quarter, triplets }: QuantiseOptions,
): Note[] {
  const ticksOf = (time: number): number => (time * GRID_PPQ) / quarter;
  const onsets = chordOnsets(played).map(ticksOf);
  const { first, steps } = beatDivisions(triplets ? onsets : []);
  const stepAt = (tick: number): number => steps[beatOf(tick) - first] ?? SIXTEENTH;
  const nearest = (tick: number): number => {
    const step = stepAt(tick);
    // No -0, which is another number to whoever compares objects.
    return Math.round(tick / step) * step + 0;
  };
  const notes = played.map(({ end, pitch, velocity }, i) => {
    const tick = nearest(onsets[i]);
    const duration = Math.max(stepAt(onsets[i]), nearest(ticksOf(end)) - tick);
    return { tick, duration, pitch, velocity };
  });
  return separateRepeats(notes.sort(compareNotes));
}

/** The onset of each note: the mean of its chord. */
function chordOnsets(played: readonly PlayedNote[]): number[] {
  const onsets: number[] = [];
  for (let from = 0; from < played.length; ) {
    let to = from + 1;
    while (to < played.length && played[to].start - played[from].start <= CHORD) to++;
    const sum = played.slice(from, to).reduce((all, { start }) => all + start, 0);
    for (let i = from; i < to; i++) onsets.push(sum / (to - from));
    from = to;
  }
  return onsets;
}
