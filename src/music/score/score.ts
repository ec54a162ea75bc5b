/** The plain data of a written score: parts, staves, bars, voices, and notes with their spelling. */
import type { KeySignature, Note, PedalChange, TempoChange, TimeSignature } from '../song';

/** Ticks per quarter note in a score: sixty-fourths, triplets and quintuplets are whole numbers. */
export const SCORE_PPQ = 240;

/** Ticks of a whole note. */
export const WHOLE = 4 * SCORE_PPQ;

/** One bar. All ticks of a score are in `SCORE_PPQ`, from the start of the piece. */
export interface ScoreBar {
  tick: number;
  /** Its length: that of the time signature, less where the next signature cuts it short. */
  ticks: number;
  signature: Omit<TimeSignature, 'tick'>;
  key: Omit<KeySignature, 'tick'>;
}

export type NoteType = 'whole' | 'half' | 'quarter' | 'eighth' | '16th' | '32nd' | '64th';

/** `actual` notes in the time of `normal` ones. */
export interface Tuplet {
  actual: number;
  normal: number;
  /** Begins and ends the bracket. */
  starts: boolean;
  stops: boolean;
}

/** A notated length. */
export interface NoteValue {
  type: NoteType;
  dots: 0 | 1;
  tuplet?: Tuplet;
}

/** A pitch as written. */
export interface Spelling {
  step: 'C' | 'D' | 'E' | 'F' | 'G' | 'A' | 'B';
  /** Semitones, -2..2. */
  alter: number;
  /** 4 begins at middle C. */
  octave: number;
}

export interface ScoreNote extends Spelling {
  /** MIDI note number. */
  pitch: number;
  velocity: number;
}

/** A note, chord or rest within one bar. */
export interface ScoreEvent {
  /** Ticks from the start of the piece. */
  tick: number;
  /** Sounding length in ticks. */
  duration: number;
  /** Absent for a rest that fills its bar. */
  value?: NoteValue;
  /** From the lowest up; empty for a rest. */
  notes: ScoreNote[];
  /** Whether it continues the event before it, and whether the next one continues it. */
  tiedFrom: boolean;
  tiedTo: boolean;
}

/** One voice in one bar; the events fill the bar without gaps. */
export interface ScoreVoice {
  /** 0: upper, 1: lower. */
  voice: 0 | 1;
  events: ScoreEvent[];
}

export type Clef = 'treble' | 'bass';

export interface StaffBar {
  clef: Clef;
  /** The upper voice, and the lower one where it has notes. */
  voices: ScoreVoice[];
}

export interface ScorePart {
  name: string;
  /** General MIDI program, 0..127. */
  program: number;
  /** One or two, the upper one first; each with one entry for every bar. */
  staves: StaffBar[][];
  pedal: PedalChange[];
  /** What the staves hold: notes on the grid of the score, ordered by tick, then pitch. */
  notes: Note[];
}

export interface Score {
  title: string;
  bars: ScoreBar[];
  tempos: TempoChange[];
  parts: ScorePart[];
}
