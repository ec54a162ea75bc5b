/**
 * Types of the stored records: a contract with earlier visits. It is not derived from the app's
 * own types, so that a change of those shows where the two meet, and calls for a migration.
 */
import type { PresetId, TrainingSettings } from '../model/preset';
import type { NoteOdds } from '../model/take';
import type { PackedSong } from '../music/packedSong';
import type { Note, TempoChange, TimeSignature } from '../music/song';
import type { Style } from '../music/style';
import type { Checkpoint } from '../training/checkpoint';

export interface StoredPiece {
  id: string;
  title: string;
  fileName: string;
  /** Notes that are not percussion. */
  notes: number;
  /** Notes on the 88 keys. Absent in records of earlier versions. */
  learnable?: number;
  bars: number;
  seconds: number;
  /** Quarter notes a minute. */
  tempo: number;
  included: boolean;
  repairs: string[];
  /** Indices of the tracks that are learnt. Default: all, as in records of earlier versions. */
  learnFrom?: readonly number[];
  /** Played by the person. Absent for files. */
  played?: true;
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
  style?: Style;
  key?: number;
  form?: { kind: 'drawn' } | { kind: 'as'; piece: string } | { kind: 'free' };
  repetition?: 'less' | 'as learnt' | 'more';
}

/** The letters over the roll, and what the take was asked to follow. */
export interface StoredTakeForm {
  groups: { letter: string; bar: number; bars: number }[];
  /** Ticks. */
  barTicks: number;
  style?: Style;
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
  steps?: number;
  remarks: string[];
  copying?: {
    notes: number;
    start: number;
    title: string;
    bar: number;
    heldOut: number[];
    trainedOn?: { pieces: number; missing: number };
    published?: {
      notes: number;
      start: number;
      title: string;
      pieces: number;
      usual: number;
      certain: number;
    };
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
  /** Whether the seed stays after a press of Generate. Default: no, also in earlier versions. */
  seedLocked?: boolean;
  /** Start of the next run. Default: nothing, also in earlier versions. */
  startFrom?: 'nothing' | 'at hand' | 'etude';
  /** Id of the model at hand. Default: none. */
  model?: string;
  /** Score on the roll. Default: nothing. */
  shown?: { kind: 'piece' | 'take'; id: string } | { kind: 'nothing' };
  /** Whether it is shown as a score. Default: no, also in earlier versions. */
  asScore?: boolean;
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

/** A kept model without its bulk: a row of the list. */
export interface StoredModel {
  /** That of its run, if it was trained here. */
  id: string;
  title: string;
  preset: PresetId;
  /** Epochs trained, and epochs requested; runs before its own included in neither. */
  epoch: number;
  epochs: number;
  /** Lowest, nats per note. Default: nothing was held out. */
  validationLoss?: number;
  /** Those it was trained and validated on. */
  pieces: { id: string; title: string }[];
  /** Milliseconds since 1970, of the end of its run. */
  when: number;
}

export interface StoredModelData {
  checkpoint: Checkpoint;
  curve: StoredCurve;
  /** Loss of guessing by note frequency in its run, nats per note. Default: unknown. */
  frequencyLoss?: number;
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
