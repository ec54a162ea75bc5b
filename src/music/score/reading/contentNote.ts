/** A note of one part within its measure. */
export interface ContentNote {
  /** Ticks since the bar line. */
  at: number;
  duration: number;
  pitch: number;
  isDrum: boolean;
  /** From 1. */
  staff: number;
  voice: string;
  tiedFrom: boolean;
  tiedTo: boolean;
  /** As the note itself has it. */
  velocity: number | undefined;
  /** Names of its accents, and of its marks that are accents. */
  accents: readonly string[];
}
