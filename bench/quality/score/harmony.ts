/** Measures of harmony: chords, clashes, the last chord; and the place of the first note. */
import type { Note } from '../../../src/music/song.ts';
import { sensedKey } from './key.ts';
import type { Score } from './score.ts';

/** Mean number of notes that begin together. */
export function notesPerOnset(notes: readonly Note[]): number {
  return notes.length / Math.max(1, new Set(notes.map(({ tick }) => tick)).size);
}

/**
 * Share of pairs of overlapping notes whose pitch classes are a semitone apart: minor seconds,
 * major sevenths and their compounds.
 */
export function semitoneClashes(notes: readonly Note[]): number {
  let pairs = 0;
  let clashes = 0;
  let sounding: Note[] = [];
  for (const note of notes) {
    sounding = sounding.filter(({ tick, duration }) => tick + duration > note.tick);
    for (const { pitch } of sounding) {
      pairs++;
      const interval = Math.abs(pitch - note.pitch) % 12;
      if (interval === 1 || interval === 11) clashes++;
    }
    sounding.push(note);
  }
  return clashes / Math.max(1, pairs);
}

/**
 * Whether the notes at the last onset are the complete tonic triad of the key sensed in the score,
 * and nothing else. A minor key may end on its major triad.
 */
export function endsOnTonicTriad({ notes }: Score): boolean {
  const last = notes[notes.length - 1];
  if (!last) return false;
  const chord = new Set(
    notes
      .filter(({ tick, duration }) => tick + duration > last.tick)
      .map(({ pitch }) => pitch % 12),
  );
  const { tonic, mode } = sensedKey(notes);
  const has = (step: number): boolean => chord.has((tonic + step) % 12);
  const third = has(4) || (mode === 'minor' && has(3));
  return chord.size === 3 && has(0) && third && has(7);
}

/** Whether the first note begins a sixteenth or a triplet eighth. Tick 0 is a bar line. */
export function startsOnGrid({ notes, ppq }: Score): boolean {
  if (notes.length === 0) return false;
  return notes[0].tick % (ppq / 4) === 0 || notes[0].tick % (ppq / 3) === 0;
}
