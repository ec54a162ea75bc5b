/** The pieces, and what is being read. */
import type { PackedSong } from '../../music/packedSong';

export interface Piece {
  id: string;
  /** From the file, or the file's name without its ending. */
  title: string;
  fileName: string;
  /** Notes that are not percussion. */
  notes: number;
  /** Those that can be learnt: on the 88 keys. Absent in pieces of earlier versions. */
  learnable?: number;
  bars: number;
  seconds: number;
  /** Quarter notes a minute: the median by time. */
  tempo: number;
  /** Whether training uses it. */
  included: boolean;
  /** The reader's repairs and warnings, in plain words. */
  repairs: string[];
  /** Indices of the tracks that are learnt. Default: all. */
  learnFrom?: readonly number[];
  /** Played by the person: as an opening it counts as a whole. Absent for files. */
  played?: true;
  song: PackedSong;
}

export interface RejectedFile {
  id: string;
  fileName: string;
  reason: string;
}

export interface ImportState {
  done: number;
  total: number;
  /** Name of the file being read. */
  current: string;
}
