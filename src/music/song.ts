/** The plain data of a piece of music: one note type and one clock (ticks) for the whole app. */

/** One note. It survives `postMessage` and IndexedDB as it is. */
export interface Note {
  /** Onset in ticks from the start of the song; an integer >= 0. */
  tick: number;
  /** Length in ticks; an integer >= 1. */
  duration: number;
  /** MIDI note number, 0..127 (60 is middle C). */
  pitch: number;
  /** MIDI note-on velocity, 1..127. */
  velocity: number;
}

/** An entry of the tempo map. */
export interface TempoChange {
  /** Ticks. */
  tick: number;
  /** Microseconds per quarter note, as in the MIDI set-tempo event. */
  microsecondsPerQuarter: number;
}

export interface TimeSignature {
  /** Ticks. */
  tick: number;
  numerator: number;
  /** The note value that counts as one: 1, 2, 4, 8, 16, ... */
  denominator: number;
}

export interface KeySignature {
  /** Ticks. */
  tick: number;
  /** Sharps (positive) or flats (negative), -7..7. */
  fifths: number;
  mode: 'major' | 'minor';
}

/** A move of the damper pedal (controller 64). */
export interface PedalChange {
  /** Ticks. */
  tick: number;
  down: boolean;
}

/** One instrument's part: the events of one channel in one track chunk. */
export interface Track {
  name: string;
  /** MIDI channel, 0..15; percussion is channel 9 (shown to people as 10). */
  channel: number;
  /** General MIDI program, 0..127, as in force at the part's first note. */
  program: number;
  isDrum: boolean;
  /** Ordered by tick, then by pitch. */
  notes: Note[];
  /** Ordered by tick. */
  pedal: PedalChange[];
}

/** A whole piece. */
export interface Song {
  /** The title written in the file, or an empty string. */
  title: string;
  /** As the file says. Absent where it says nothing. */
  composer?: string;
  /** Of composition or first publication. Absent where it is unknown. */
  year?: number;
  /** Ticks per quarter note. */
  ppq: number;
  /** Never empty, ordered, first entry at tick 0. */
  tempos: TempoChange[];
  /** Never empty, ordered, first entry at tick 0. */
  timeSignatures: TimeSignature[];
  /** Ordered; empty where the file says nothing. */
  keySignatures: KeySignature[];
  tracks: Track[];
}

/** MIDI's default where a file sets no tempo: 120 quarter notes a minute. */
export const DEFAULT_MICROSECONDS_PER_QUARTER = 500_000;

/** Zero-based channel that General MIDI reserves for percussion. */
export const DRUM_CHANNEL = 9;

/** The order used wherever notes stand in a list: by onset, then by pitch. */
export function compareNotes(a: Note, b: Note): number {
  return a.tick - b.tick || a.pitch - b.pitch || a.duration - b.duration;
}

/** All notes of the song but percussion, ordered by onset, then pitch. */
export function pitchedNotes(song: Song): Note[] {
  const notes: Note[] = [];
  for (const track of song.tracks) {
    if (track.isDrum) continue;
    for (const note of track.notes) notes.push(note);
  }
  return notes.sort(compareNotes);
}

/** The tick at which the last of the notes ends; 0 without notes. */
export function endTick(notes: readonly Note[]): number {
  return notes.reduce((end, { tick, duration }) => Math.max(end, tick + duration), 0);
}

/** `endTick` of all the song's notes, percussion included. */
export function songEndTick({ tracks }: Song): number {
  return endTick(tracks.flatMap(({ notes }) => notes));
}
