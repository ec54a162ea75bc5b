/** Parts of a score: which tracks share one, on how many staves, and what each staff plays. */
import { compareNotes, type Note, type PedalChange, type Song, type Track } from '../song';
import { splitHands } from './hands';

export interface PartNotes {
  name: string;
  program: number;
  /** One or two, the upper one first; ticks of the song. */
  staves: Note[][];
  pedal: PedalChange[];
}

/** General MIDI programs that are written on two staves: pianos, celesta to bells, organs, harp. */
const KEYBOARDS: readonly (readonly [from: number, to: number])[] = [
  [0, 23],
  [46, 46],
];
const PIANOS = 7;

/** Percussion is left out: its notes have no pitch. */
export function scoreParts(song: Song): PartNotes[] {
  const tracks = song.tracks.filter(({ isDrum, notes }) => !isDrum && notes.length > 0);
  const pianos = tracks.filter(({ program }) => program <= PIANOS);
  // Hands, or the voices of a fugue, are one instrument.
  const isOnePiano = pianos.length === tracks.length;
  if (isOnePiano && tracks.length > 1) return [onePiano(tracks, song.ppq)];
  return tracks.map((track) => partOf(track, song.ppq));
}

function onePiano(tracks: readonly Track[], ppq: number): PartNotes {
  const pedal = tracks.find((track) => track.pedal.length > 0)?.pedal ?? [];
  const part = { name: 'Piano', program: tracks[0].program, pedal };
  if (tracks.length === 2) {
    const [upper, lower] = tracks
      .map(({ notes }) => notes)
      .sort((a, b) => meanPitch(b) - meanPitch(a));
    return { ...part, staves: [upper, lower] };
  }
  const notes = tracks.flatMap((track) => track.notes).sort(compareNotes);
  const { right, left } = splitHands(notes, ppq);
  return { ...part, staves: [right, left] };
}

function partOf({ name, program, notes, pedal }: Track, ppq: number): PartNotes {
  const part = { name: name || 'Part', program, pedal };
  if (!KEYBOARDS.some(([from, to]) => program >= from && program <= to)) {
    return { ...part, staves: [[...notes]] };
  }
  const { right, left } = splitHands(notes, ppq);
  return { ...part, staves: [right, left] };
}

function meanPitch(notes: readonly Note[]): number {
  return notes.reduce((sum, { pitch }) => sum + pitch, 0) / notes.length;
}
