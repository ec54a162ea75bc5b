/** Contract of the intake: files in, events out, limits. */
import type { Song } from '../music/song';

/** A file as the page hands it over. */
export interface SourceFile {
  /** Its name, or its path with `/` where it comes from a folder. */
  name: string;
  /** Bytes. */
  size: number;
  /** @param length number of bytes from the start. Default: all */
  read(length?: number): Promise<Uint8Array>;
}

/** For showing only: never used as a path. */
export interface FileLabel {
  /** With the folders and the zip archive that it comes from: `songs.zip/bach/invention.mid`. */
  path: string;
  /** The last part of the path. */
  name: string;
}

export type IntakeEvent =
  /** Files done, of those known so far; `total` grows when a zip is opened. */
  | { kind: 'progress'; done: number; total: number }
  | {
      kind: 'song';
      file: FileLabel;
      song: Song;
      /** Which of the file's songs this is, from 0, and how many it holds. */
      index: number;
      count: number;
      /** Repairs that the reader made, as sentences. */
      repairs: string[];
      /** The MIDI file or score that holds the song. */
      bytes: Uint8Array;
    }
  /** A zip is rejected by its own name where something in it could not be reached. */
  | { kind: 'rejected'; file: FileLabel; reason: string };

export interface IntakeLimits {
  /** Bytes of a zip as added. */
  maxZipBytes: number;
  /** Files in a zip. */
  maxZipFiles: number;
  /** Bytes of one MIDI file, as added or expanded from a zip. */
  maxMidiBytes: number;
  /** Bytes of all files of a zip together, expanded. */
  maxExpandedBytes: number;
  /** Expanded bytes for each packed byte; MIDI files reach about 50. */
  maxRatio: number;
}

/** Every event but progress. */
export type IntakeOutcome = Exclude<IntakeEvent, { kind: 'progress' }>;

const MEGABYTE = 2 ** 20;

export const INTAKE_LIMITS: IntakeLimits = {
  maxZipBytes: 512 * MEGABYTE,
  maxZipFiles: 10_000,
  maxMidiBytes: 64 * MEGABYTE,
  maxExpandedBytes: 512 * MEGABYTE,
  maxRatio: 200,
};

/** A limit as texts give it, rounded. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}

export function labelOf(path: string): FileLabel {
  return { path, name: path.slice(path.lastIndexOf('/') + 1) };
}
