/** The clef of each bar of a staff: it changes where the notes of a bar lie far off the lines. */
import { partitionPoint } from '../../lib/binarySearch';
import type { Note } from '../song';
import type { Clef, ScoreBar } from './score';

/** Lowest note of a bar, MIDI, above which a bass staff takes the treble clef. */
const TREBLE_FROM = 62;
/** Highest note of a bar below which a treble staff takes the bass clef. */
const BASS_UNTIL = 58;

/** @param notes on the grid, ordered by tick @param usual where nothing speaks against it */
export function clefsOf(notes: readonly Note[], bars: readonly ScoreBar[], usual: Clef): Clef[] {
  let clef = usual;
  return bars.map(({ tick, ticks }) => {
    const from = partitionPoint(notes.length, (i) => notes[i].tick < tick);
    const to = partitionPoint(notes.length, (i) => notes[i].tick < tick + ticks);
    const pitches = notes.slice(from, to).map(({ pitch }) => pitch);
    if (pitches.length === 0) return clef;
    const low = Math.min(...pitches);
    const high = Math.max(...pitches);
    if (clef === 'bass' && low >= TREBLE_FROM) clef = 'treble';
    else if (clef === 'treble' && high <= BASS_UNTIL) clef = 'bass';
    else if (clef !== usual && (usual === 'bass' ? low < TREBLE_FROM - 5 : high > BASS_UNTIL + 5)) {
      clef = usual;
    }
    return clef;
  });
}

/** The clef whose lines are nearer to the notes of the staff. */
export function usualClef(notes: readonly Note[]): Clef {
  const sum = notes.reduce((total, { pitch }) => total + pitch, 0);
  return sum / Math.max(1, notes.length) < 58 && notes.length > 0 ? 'bass' : 'treble';
}
