/** What an encoding is: a way to write a song's notes as rows of small integers, and back. */
import type { Note, Song } from '../song';

/** One column of the rows: a categorical value. */
export interface EncodingColumn {
  name: string;
  /** Values run from 0 to classes - 1. */
  classes: number;
  /** Whether the network predicts this column; the others are known before each prediction. */
  predicted: boolean;
  /** Whether transposing a piece moves the column's values, which are then keys from A0 on. */
  transposes?: boolean;
}

/** Encoded notes, one row a note. */
export interface Rows {
  /** Number of columns. */
  width: number;
  /** `[rows, width]`, row-major; -1 stands for no value. */
  data: Int32Array<ArrayBuffer>;
}

export interface Encoding {
  /** Published with every checkpoint: its meaning never changes. */
  readonly id: EncodingId;
  readonly version: number;
  readonly columns: readonly EncodingColumn[];
  /** Ticks per quarter note of the notes that `decode` returns. */
  readonly ppq: number;
  /** Every note of the song that this encoding keeps; percussion is left out. */
  encode(song: Song): Rows;
  /** Where each row of `encode` stands in the song, in the song's ticks; on a grid, to its nearest. */
  onsets(song: Song): number[];
  /** The notes that the rows say, ordered, starting at tick 0, in ticks of `ppq`. */
  decode(rows: Rows): Note[];
}

/** The registry in `index.ts` has one entry for each. */
export type EncodingId = 'melody' | 'studio';
