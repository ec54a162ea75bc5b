/** What an encoding is: a way to write a song's notes as rows of small integers, and back. */
import type { Conditions } from '../form/conditions';
import type { Note, Song } from '../song';

/**
 * What a column without prediction says, so that it can be withheld: what is known of the piece
 * beforehand (`key`, `length`, `plan`), or what the piece remembers of itself (`memory`).
 */
export type ColumnGroup = 'key' | 'length' | 'plan' | 'memory';

/** One column of the rows: a categorical value. */
export interface EncodingColumn {
  name: string;
  /** Values run from 0 to classes - 1. */
  classes: number;
  /** Whether the network predicts this column; the others are known before each prediction. */
  predicted: boolean;
  /**
   * How transposing a piece moves the column's values: `pitch` for keys from A0 on, `pitchClass` for
   * these without their octave, `tonic` for keys of pieces (see `form/key.ts`); absent for not at all.
   */
  transposes?: 'pitch' | 'pitchClass' | 'tonic';
  /** Absent for what is never withheld. */
  group?: ColumnGroup;
  /**
   * For memory: index of the plan's column that says by which degree a bar returns, and the least
   * degree at which this memory is of use.
   */
  gate?: { column: number; degree: number };
  /** Index of the predicted column whose value this one foretells, class by class. */
  foretells?: number;
  /** Whether only the prediction of later columns is given it, and not the state. */
  headsOnly?: boolean;
}

/** Encoded notes, one row a note. */
export interface Rows {
  /** Number of columns. */
  width: number;
  /** `[rows, width]`, row-major; -1 stands for no value. */
  data: Int32Array<ArrayBuffer>;
}

/**
 * Computes the columns that are not predicted, row by row: for a piece when it is encoded and for a
 * take while it grows.
 */
export interface Derivation {
  /** Appends to a row in the making the columns up to the next one that is predicted. */
  complete(row: number[]): void;
  /** Takes over a whole row. */
  read(row: readonly number[]): void;
}

export interface Encoding {
  /** Its key in the registry, published with every checkpoint: its meaning never changes. */
  readonly id: string;
  readonly version: number;
  readonly columns: readonly EncodingColumn[];
  /** Index of the column that holds the note's key, from A0 on. */
  readonly pitchColumn: number;
  /** Index of the column that holds the time since the onset before; absent for even steps. */
  readonly timeColumn?: number;
  /** Ticks per quarter note of the notes that `decode` returns. */
  readonly ppq: number;
  /**
   * Every note of the song that this encoding keeps; percussion is left out.
   * @param conditions of the song; absent to find them
   */
  encode(song: Song, conditions?: Conditions): Rows;
  /** Where each row of `encode` stands in the song, in the song's ticks; on a grid, to its nearest. */
  onsets(song: Song): number[];
  /** The notes that the rows say, ordered, starting at tick 0, in ticks of `ppq`. */
  decode(rows: Rows): Note[];
  /** What is known of a song beforehand; absent where the encoding tells nothing of it. */
  conditionsOf?(song: Song): Conditions;
  /** Begins the derived columns of a piece; absent where none follows from more than the row. */
  derive?(conditions: Conditions): Derivation;
}
