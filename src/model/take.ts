/** What sampling returns: notes, and how probable the model found each of them. */
import type { Note } from '../music/song';

/** How probable the model found a pitch, before temperature and nucleus sampling. */
export interface PitchOdds {
  /** MIDI note number. */
  pitch: number;
  /** 0..1. */
  probability: number;
}

export interface NoteOdds {
  /** Probability of the note that was drawn, 0..1. */
  probability: number;
  /** The eight likeliest pitches in its place, most probable first. */
  likeliest: PitchOdds[];
}

export interface SampledNotes {
  notes: Note[];
  /** One for each note, in the same order. */
  odds: NoteOdds[];
}
