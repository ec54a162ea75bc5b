/** What composing takes and returns, as plain data that survives `postMessage`. */
import type { EncodingId } from '../../music/encoding';
import type { FormGroup } from '../../music/form/letters';
import type { PieceForm } from '../../music/form/pieceForm';
import type { Repetition } from '../../music/form/repetition';
import type { PackedSong } from '../../music/packedSong';
import type { Note, TimeSignature } from '../../music/song';
import type { Style } from '../../music/style';
import type { PresetId, TrainingSettings } from '../preset';
import type { NoteOdds, SampledNotes } from '../take';
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
  /** Pitch classes that may be drawn, 0 (C) to 11, whatever the training data. Default: all. */
  pitchClasses?: readonly number[];
  /**
   * Style given to the network; plans are drawn from pieces in it. Default: that of the drawn plan's
   * piece. Models without styles ignore it.
   */
  style?: Style;
  /**
   * Key given to the network: 0 (C major) to 11 (B major), 12 (C minor) to 23 (B minor).
   * Default: the prompt's key, or one drawn from the training pieces.
   */
  key?: number;
  /** Plan of the takes. Default: `drawn`. */
  form?: FormChoice;
  /** Shifts the amount of repetition in the plan. Default: `as learnt`. */
  repetition?: Repetition;
}

/**
 * Plan of a take: drawn for each take from the plans of the training pieces, that of one piece, or
 * none. Presets without form (`encodings[id].derive` is absent) ignore it, as they do `key` and
 * `repetition`; so do models of earlier versions, which contain no plans.
 */
export type FormChoice = { kind: 'drawn' } | { kind: 'as'; piece: string } | { kind: 'free' };

/** Seeds that one take may use: a silent or stuck take is tried again with another. */
export const SEEDS_PER_TAKE = 4;

/** Part of a checkpoint that composing needs, with one set of weights. */
export interface ComposingModel {
  preset: PresetId;
  encoding: { id: EncodingId; version: number };
  settings: TrainingSettings;
  /** Ids of the training and the validation pieces. */
  trainedOn: { training: string[]; validation: string[] };
  weights: NamedWeight[];
  /** Form of each training piece. Default: unknown. */
  forms?: PieceForm[];
  /** Id of the published model that it was trained further from. Default: none. */
  root?: string;
}

/** Index of the runs that a published model was taught on, without the music. */
export interface PublishedRuns {
  /** Digest of the bytes. */
  id: string;
  /** File of titles and hashes. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Number of pieces. */
  pieces: number;
  /** 19 of 20 held-out pieces share no longer run with them, in notes. */
  usual: number;
}

/** The prompt: music at the start of every take. */
export interface PromptInput {
  song: PackedSong;
  /** Length of the prompt in notes or bars, as the preset counts. Default: the whole song. */
  length?: number;
  /** Earliest tick of the song for composed notes. Default: after its last note. */
  until?: number;
}

/** A take, finished or in progress. */
export interface ComposedTake extends SampledNotes {
  /** The requested seed, or a later one after silent or stuck attempts. */
  seed: number;
  /** Number of prompt notes. */
  promptNotes: number;
  /** Retries, one sentence each. */
  remarks: string[];
}

/** One of `of` takes, as far as composed. */
export interface ComposeProgress {
  /** Index of the take. */
  take: number;
  of: number;
  /** Ticks per quarter note of the notes. */
  ppq: number;
  composed: ComposedTake;
}

/**
 * Form of a finished take, read from its notes, prompt included. Default: none (encodings without
 * form). The page shows `groups` over the roll: each letter stands for `bars` bars from `bar`
 * (from 0), all of `barTicks` ticks; equal letters mark groups that return.
 */
export interface TakeFormReport {
  groups: FormGroup[];
  /** Length of a bar in ticks of the notes. */
  barTicks: number;
  /** Style given to the network. Default: none. */
  style?: Style;
  /** Key given to the network, 0..23. Default: none. */
  key?: number;
  /** Id of the piece whose plan the take followed. Default: none. */
  planOf?: string;
}

/** A run of whole bars. */
export interface BarRange {
  /** From 0. */
  from: number;
  /** The bar after the last one. */
  to: number;
}

/** A finished take of which some bars are to be composed again. */
export interface RecomposedTake {
  /** Ordered, in ticks of the model's encoding. */
  notes: Note[];
  /** One for each note. */
  odds: NoteOdds[];
  /** Number of notes taken from the prompt. */
  promptNotes: number;
  /** The meter of the whole take. */
  timeSignature: TimeSignature;
}

/** Overlap of a take with its training pieces. */
export interface CopyReport {
  /** Longest run of notes copied up to transposition; 0 if none. */
  notes: number;
  /** Index of the run's first note in the take. */
  start: number;
  /** Title of the piece that contains the run, and bar (from 1) of its start there. */
  title: string;
  bar: number;
  /** The same figure for held-out passages as long as the take, longest first. */
  heldOut: number[];
  /**
   * Number of training pieces, and of those that could not be searched. Default: unknown (takes
   * stored by an earlier version).
   */
  trainedOn?: { pieces: number; missing: number };
  /** The same for what a published model was taught on. Default: not taught further from one. */
  published?: PublishedCopy;
}

/** Overlap of a take with what a published model was taught on, as far as its index shows. */
export interface PublishedCopy {
  /** Notes of the longest run found, at least; 0 if none. */
  notes: number;
  /** Index of the run's first note in the take. */
  start: number;
  /** Title of the piece. */
  title: string;
  pieces: number;
  usual: number;
  /** Length in notes from which on a shared run is always found. */
  certain: number;
}
