/** Conditions of a piece, and a contract for reading them from a song. */
import type { Rows } from '../../src/music/encoding/encoding';
import type { Song } from '../../src/music/song';

/** Default: not given to the network by the encoding. */
export interface PieceConditions {
  key?: {
    /** From 0. */
    value: number;
    /** Number of values, "unknown" included. */
    classes: number;
  };
  /** Number of bars, at least 1. */
  bars?: number;
  plan?: {
    /** One symbol per bar. */
    symbols: readonly number[];
    classes: number;
  };
}

/** Reader of an encoding's conditions. */
export interface ConditionReader {
  conditions(song: Song): PieceConditions;
  /** Rows of the song with an unknown plan: "new" throughout. */
  rowsWithoutPlan(song: Song): Rows;
}
