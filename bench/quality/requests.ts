/** What the benchmark asks of its worker in the browser, as plain data. */
import type { SamplingSettings, TakeForm } from '../../src/model/composer';
import type { PolyphonicArchitecture, Preset, TrainingSettings } from '../../src/model/preset';
import type { EncodingColumn } from '../../src/music/encoding/encoding';
import type { Note, TimeSignature } from '../../src/music/song';

/** An encoded piece that survives JSON. */
export interface PlainPiece {
  id: string;
  width: number;
  /** `[rows, width]` as 16-bit numbers, little-endian, in base64: lists of numbers take minutes. */
  rows: string;
}

export interface TrainOrder {
  preset: Preset;
  columns: readonly EncodingColumn[];
  settings: TrainingSettings;
  /** Ids of the pieces to learn from, and of those by which the best epoch is chosen. */
  training: string[];
  validation: string[];
}

export interface TrainReport {
  seconds: number;
  /** Median over the steps. */
  notesPerSecond: number;
  epochs: number;
  bestEpoch: number;
  bestValidation?: number;
}

export interface ComposeOrder {
  preset: Preset;
  seeds: number[];
  /** One a take. */
  forms: TakeForm[];
  settings: SamplingSettings & { length: number; timeSignature: TimeSignature };
}

/** A take as the app would hand it over. */
export interface PlainTake {
  /** `[rows, columns]`, row-major, as they were drawn. */
  rows: number[];
  /** With the closing chord on its bar line. */
  notes: Note[];
}

export interface ComposeReport {
  takes: PlainTake[];
  /** Seconds of composing, on one thread. */
  seconds: number;
}

export interface QualityWorker {
  /** @returns the threads that train */
  start(threads: number): Promise<number>;
  /** Adds pieces to those loaded. */
  load(pieces: PlainPiece[]): Promise<void>;
  /** Forgets all pieces. */
  clear(): Promise<void>;
  /** Trains from scratch; what follows uses the weights of the best epoch. */
  train(order: TrainOrder): Promise<TrainReport>;
  /** Nats of each predicted column, summed over the pieces. */
  nats(
    ids: string[],
    architecture: PolyphonicArchitecture,
    columns: readonly EncodingColumn[],
  ): Promise<number[]>;
  /** Composes the takes as one batch. */
  compose(order: ComposeOrder): Promise<ComposeReport>;
}

declare global {
  var quality: QualityWorker;
}
