/** Contract of an encoding: a song's notes as rows of small integers, and back. */
import type { Conditions } from '../form/conditions';
import type { Note, Song } from '../song';

/**
 * Group of a column without prediction, by which it can be withheld: a condition of the piece
 * (`style`, `key`, `length`, `plan`), or memory of its earlier notes (`memory`).
 */
export type ColumnGroup = 'style' | 'key' | 'length' | 'plan' | 'memory';

/** One column of the rows: a categorical value. */
export interface EncodingColumn {
  name: string;
  /** Values run from 0 to classes - 1. */
  classes: number;
  /** Whether the network predicts this column; others are known before each prediction. */
  predicted: boolean;
  /**
   * Effect of a transposition on the values: `pitch` for keys from A0, `pitchClass` for the same
   * without octave, `tonic` for keys of pieces (see `form/key.ts`). Default: none.
   */
  transposes?: 'pitch' | 'pitchClass' | 'tonic';
  /** Default: never withheld. */
  group?: ColumnGroup;
  /**
   * Gate of a memory column: index of the plan's column with the degree of a repeated bar, and the
   * least degree at which this memory is used.
   */
  gate?: { column: number; degree: number };
  /** Index of the predicted column whose value this one foretells, class by class. */
  foretells?: number;
  /** Widest useful hidden layer of this column's head. Default: no limit. */
  mostHidden?: number;
  /** Whether only the heads of later columns read it, not the LSTM. */
  headsOnly?: boolean;
}

/** Encoded notes, one row per note. */
export interface Rows {
  /** Number of columns. */
  width: number;
  /** `[rows, width]`, row-major; -1 is no value. Large collections fit in memory in 16 bits. */
  data: Int16Array<ArrayBuffer>;
}

/**
 * Computes the columns without prediction row by row, both for a piece being encoded and for a take
 * in progress.
 */
export interface Derivation {
  /** Appends columns to an incomplete row, up to the next predicted one. */
  complete(row: number[]): void;
  /** Adds a complete row. */
  read(row: readonly number[]): void;
}

export interface Encoding {
  /** Key in the registry, published with every checkpoint: its meaning never changes. */
  readonly id: string;
  readonly version: number;
  readonly columns: readonly EncodingColumn[];
  /** Index of the column of the note's key, from A0. */
  readonly pitchColumn: number;
  /** Index of the column of the time since the previous onset. Default: none (even steps). */
  readonly timeColumn?: number;
  /** Ticks per quarter note in the result of `decode`. */
  readonly ppq: number;
  /**
   * All notes of the song that this encoding keeps, without percussion.
   * @param conditions of the song. Default: derived from it.
   */
  encode(song: Song, conditions?: Conditions): Rows;
  /** Onset of each row of `encode`, in the song's ticks; rounded to the grid if there is one. */
  onsets(song: Song): number[];
  /** Notes of the rows, ordered, from tick 0, in ticks of `ppq`. */
  decode(rows: Rows): Note[];
  /** Conditions of a song. Default: none. */
  conditionsOf?(song: Song): Conditions;
  /** Starts the derived columns of a piece. Default: none (all columns follow from their row). */
  derive?(conditions: Conditions): Derivation;
}
