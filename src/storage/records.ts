/**
 * Types of the stored records: a contract with earlier visits. It is not derived from the app's
 * own types, so that a change of those shows where the two meet, and calls for a migration.
 */
import type { PresetId, TrainingSettings } from '../model/preset';
import type { NoteOdds } from '../model/take';
import type { PackedSong } from '../music/packedSong';
import type { Note, TempoChange, TimeSignature } from '../music/song';
import type { Checkpoint } from '../training/checkpoint';

export interface StoredPiece {
  id: string;
  title: string;
  fileName: string;
  /** Notes that are not percussion. */
  notes: number;
  bars: number;
  seconds: number;
  /** Quarter notes a minute at the start. */
  tempo: number;
  included: boolean;
  repairs: string[];
  song: PackedSong;
}

export interface StoredComposeSettings {
  temperature: number;
  rhythmTemperature: number;
  topP: number;
  length: number;
  seed: number;
  takes: number;
  pitchClasses?: readonly number[];
  key?: number;
  form?: { kind: 'drawn' } | { kind: 'as'; piece: string } | { kind: 'free' };
  repetition?: 'less' | 'as learnt' | 'more';
}

/** The letters over the roll, and what the take was asked to follow. */
export interface StoredTakeForm {
  groups: { letter: string; bar: number; bars: number }[];
  /** Ticks. */
  barTicks: number;
  key?: number;
  planOf?: string;
}

export interface StoredTake {
  id: string;
  number: number;
  title: string;
  notes: Note[];
  odds: NoteOdds[];
  ppq: number;
  tempos: TempoChange[];
  timeSignatures: TimeSignature[];
  promptNotes: number;
  promptTitle?: string;
  promptSource?:
    | { kind: 'piece'; id: string; length: number }
    | { kind: 'take'; id: string; tick: number };
  /** With the seed that made it. */
  settings: StoredComposeSettings;
  preset: PresetId;
  epoch: number;
  remarks: string[];
  copying?: {
    notes: number;
    start: number;
    title: string;
    bar: number;
    heldOut: number[];
    trainedOn?: { pieces: number; missing: number };
  };
  form?: StoredTakeForm;
  quality?: { key?: number; inKey: number; repeats?: number; endsOnTonic: boolean };
  batch?: string;
  made?: number;
  starred?: boolean;
}

export interface StoredSettings {
  preset: PresetId;
  training: TrainingSettings;
  compose: StoredComposeSettings;
}

/** The loss curve's step points: epochs since the start, and nats per note. */
export interface StoredCurve {
  points: { x: number; y: number }[];
  /** Every `stride`-th step has a point. */
  stride: number;
  /** Steps that were counted. */
  seen: number;
}

/** The last run without its bulk: enough to offer it. */
export interface StoredRun {
  /** Differs for each run. */
  id: string;
  /** `RUN_FORMAT` of the version that stored it. */
  format: number;
  preset: PresetId;
  /** Epochs finished, and epochs requested. */
  epoch: number;
  epochs: number;
  /** Whether all epochs are trained. */
  finished: boolean;
  /** Milliseconds since 1970, of the last save. */
  when: number;
  curve: StoredCurve;
}

/** Raised when a checkpoint changes in a way that no migration mends. */
export const RUN_FORMAT = 1;

/** The last run in full. */
export interface StoredRunInFull {
  run: StoredRun;
  /** What it learns from, in the order in which training was given it. */
  pieces: StoredPiece[];
  checkpoint: Checkpoint;
}
