/** For tests: an invalid file and what reading it must give. */
import { note } from './midiBytes';

/** Tick, duration, pitch, velocity. */
export type ExpectedNote = readonly [number, number, number, number];

export interface HostileFile {
  what: string;
  bytes: Uint8Array;
  /** Notes of all tracks of all songs, in that order. */
  notes: readonly ExpectedNote[];
  /** The expected warning; null where nothing is repaired. */
  says: RegExp | null;
}

/** The note of `C_ON_OFF`, at the start of a track. */
export const C: ExpectedNote = [0, 480, 60, 80];
export const E: ExpectedNote = [0, 480, 64, 80];

export const C_ON_OFF: readonly number[] = note(60);
export const E_ON_OFF: readonly number[] = note(64);
