/** A composed piece, and where its opening came from. */
import type { ComposeSettings, CopyReport, TakeFormReport } from '../../model/composing/contract';
import type { PresetId } from '../../model/preset';
import type { NoteOdds } from '../../model/take';
import type { TakeQuality } from '../../music/form/takeQuality';
import type { Note, TempoChange, TimeSignature } from '../../music/song';

/** A composed piece. */
export interface Take {
  id: string;
  /** Counts the takes of a visit, from 1. */
  number: number;
  /** "Take 3". */
  title: string;
  notes: Note[];
  odds: NoteOdds[];
  ppq: number;
  tempos: TempoChange[];
  timeSignatures: TimeSignature[];
  /** Notes at the start that were taken from the opening piece. */
  promptNotes: number;
  promptTitle?: string;
  /** Source of the opening. Absent without one, and in takes of earlier versions. */
  promptSource?: PromptSource;
  settings: ComposeSettings;
  preset: PresetId;
  /** Epochs the model had been trained for. */
  epoch: number;
  /** Steps of the run behind a model whose first epoch had not ended. Absent later on. */
  steps?: number;
  /** What was retried, in plain words. */
  remarks: string[];
  /** Still growing. */
  composing: boolean;
  /** Passages shared with training pieces. Absent until finished, and without pieces. */
  copying?: CopyReport;
  /** Absent until finished, for presets without form, and in takes of earlier versions. */
  form?: TakeFormReport;
  /** Rank within the batch. Absent until finished, and in takes of earlier versions. */
  quality?: TakeQuality;
  /** Shared by takes composed together. Absent in takes of earlier versions. */
  batch?: string;
  /** Milliseconds since 1970. Absent in takes of earlier versions. */
  made?: number;
  starred?: boolean;
}

/** Source and length of an opening; with settings and seed it determines the take. */
export type PromptSource =
  /** The first `length` notes or bars of a piece, in the preset's unit. */
  | { kind: 'piece'; id: string; length: number }
  /** A take up to a tick. */
  | { kind: 'take'; id: string; tick: number };
