/** What composing takes and returns, as plain data that survives `postMessage`. */
import type { EncodingId } from '../../music/encoding';
import type { FormGroup } from '../../music/form/letters';
import type { PieceForm } from '../../music/form/pieceForm';
import type { Repetition } from '../../music/form/repetition';
import type { PackedSong } from '../../music/packedSong';
import type { PresetId, TrainingSettings } from '../preset';
import type { SampledNotes } from '../take';
import type { NamedWeight } from '../weightValues';

/** A piece as training and composing see it. */
export interface TrainingPiece {
  id: string;
  title: string;
  song: PackedSong;
}

export interface ComposeSettings {
  /** Divides the logits of the pitch: below 1 is safer, above 1 is bolder. */
  temperature: number;
  /** Divides the logits of times and lengths, where the preset predicts them. */
  rhythmTemperature: number;
  /** Nucleus sampling: the smallest set of notes holding this share of the probability, 0..1. */
  topP: number;
  /** Length of a take: notes or bars, as the preset counts. */
  length: number;
  /** Random seed of the first take; each further take adds one. */
  seed: number;
  /** Takes composed at once. */
  takes: number;
  /** Pitch classes that may be drawn, 0 (C) to 11: a filter, whatever was learnt. Default: all. */
  pitchClasses?: readonly number[];
  /**
   * Key that is asked of the network: 0 (C major) to 11 (B major), 12 (C minor) to 23 (B minor).
   * Default: the key of the prompt, or one drawn as the training pieces have it.
   */
  key?: number;
  /** The plan that the takes follow. Default: `drawn`. */
  form?: FormChoice;
  /** Shifts how much the plan repeats. Default: `as learnt`. */
  repetition?: Repetition;
}

/**
 * A take's plan: drawn from the plans of the training pieces for each take, that of one piece, or
 * none. Presets without form (`encodings[id].derive` is absent) ignore it, as they do `key` and
 * `repetition`; so do models of earlier versions, which hold no plans.
 */
export type FormChoice = { kind: 'drawn' } | { kind: 'as'; piece: string } | { kind: 'free' };

/** The part of a checkpoint that composing needs, with one set of weights. */
export interface ComposingModel {
  preset: PresetId;
  encoding: { id: EncodingId; version: number };
  settings: TrainingSettings;
  /** Ids of the pieces that it was trained on, and of those held out. */
  trainedOn: { training: string[]; validation: string[] };
  weights: NamedWeight[];
  /** The form of each training piece. Default: unknown. */
  forms?: PieceForm[];
}

/** The music that opens every take. */
export interface PromptInput {
  song: PackedSong;
  /** Length of the prompt in notes or bars, as the preset counts. Default: the whole song. */
  length?: number;
  /** Earliest tick of the song at which composing begins. Default: after its last note. */
  until?: number;
}

/** A take, finished or still growing. */
export interface ComposedTake extends SampledNotes {
  /** The seed that made it: the requested one, or a later one after silent or stuck attempts. */
  seed: number;
  /** Number of notes taken from the prompt. */
  promptNotes: number;
  /** Retries, one sentence each. */
  remarks: string[];
}

/** One take, as far as it is composed, among `of` takes. */
export interface ComposeProgress {
  /** Index of the take. */
  take: number;
  of: number;
  /** Ticks per quarter note of the notes. */
  ppq: number;
  composed: ComposedTake;
}

/**
 * The form of a finished take, as its notes have it, its opening included; absent for encodings that
 * know nothing of form. A page shows `groups` over the roll: each letter stands for `bars` bars from
 * `bar` (from 0) on, all of `barTicks` ticks, and equal letters for groups that return.
 */
export interface TakeFormReport {
  groups: FormGroup[];
  /** Length of a bar in ticks of the notes. */
  barTicks: number;
  /** The key that was asked of the network, 0..23; absent for none. */
  key?: number;
  /** Id of the piece whose plan the take followed; absent for none. */
  planOf?: string;
}

/** How much of a take also stands in a training piece. */
export interface CopyReport {
  /** The longest run of notes copied up to transposition; 0 if none. */
  notes: number;
  /** Index of its first note in the take. */
  start: number;
  /** The piece it stands in, and the bar (from 1) where it begins there. */
  title: string;
  bar: number;
  /** The same figure for stretches of held-out pieces as long as the take, longest first. */
  heldOut: number[];
  /**
   * Pieces that the model was trained on, and how many of them could not be searched. Absent in
   * takes that an earlier version stored.
   */
  trainedOn?: { pieces: number; missing: number };
}
