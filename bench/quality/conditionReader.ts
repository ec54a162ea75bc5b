/** The conditions of a piece, and how they are read of a song. */
import type { Rows } from '../../src/music/encoding/encoding';
import type { Song } from '../../src/music/song';

/** Absent where the encoding does not tell the network. */
export interface PieceConditions {
  key?: {
    /** From 0. */
    value: number;
    /** How many values there are, "unknown" included. */
    classes: number;
  };
  /** Number of bars, at least 1. */
  bars?: number;
  plan?: {
    /** One symbol a bar. */
    symbols: readonly number[];
    classes: number;
  };
}

/** How the conditions are read of a song, for an encoding that has some. */
export interface ConditionReader {
  conditions(song: Song): PieceConditions;
  /** The song's rows with the plan unknown: "new" throughout. */
  rowsWithoutPlan(song: Song): Rows;
}
