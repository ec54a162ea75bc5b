/** Result of sampling: notes with their probabilities under the model. */
import type { Note } from '../music/song';

/** Probability of a pitch under the model, before temperature and nucleus sampling. */
export interface PitchOdds {
  /** MIDI note number. */
  pitch: number;
  /** 0..1. */
  probability: number;
}

export interface NoteOdds {
  /** Probability of the drawn note, 0..1. */
  probability: number;
  /** The eight likeliest pitches at this point, most probable first. */
  likeliest: PitchOdds[];
}

export interface SampledNotes {
  notes: Note[];
  /** One per note, in the same order. */
  odds: NoteOdds[];
}
