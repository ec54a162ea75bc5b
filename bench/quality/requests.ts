/** Requests of the benchmark to its worker in the browser, as plain data. */
import type { SamplingSettings, TakeForm } from '../../src/model/composer';
import type { PolyphonicArchitecture, Preset, TrainingSettings } from '../../src/model/preset';
import type { EncodingColumn } from '../../src/music/encoding/encoding';
import type { PieceForm } from '../../src/music/form/pieceForm';
import type { Note, TimeSignature } from '../../src/music/song';

/** An encoded piece that survives JSON. */
export interface PlainPiece {
  id: string;
  width: number;
  /** `[rows, width]` as little-endian 16-bit numbers in base64; JSON number lists take minutes. */
  rows: string;
}

export interface TrainOrder {
  preset: Preset;
  columns: readonly EncodingColumn[];
  settings: TrainingSettings;
  /** Ids of the training and the validation pieces. */
  training: string[];
  validation: string[];
  /** Whether the run starts from the opened start model. Default: from nothing. */
  start?: boolean;
  /** Pieces on which the weights are evaluated after every epoch. Default: none. */
  followed?: string[];
}

/** Evaluation within a run. */
export interface TracePoint {
  /** Epochs, and seconds of training, validation included, evaluation not. */
  epoch: number;
  seconds: number;
  /** Nats of each predicted column, summed over the followed pieces, with the best weights so far. */
  nats: number[];
}

export interface TrainReport {
  seconds: number;
  /** Median over the steps. */
  notesPerSecond: number;
  epochs: number;
  bestEpoch: number;
  bestValidation?: number;
  /** Empty where no pieces are followed. */
  trace: TracePoint[];
}

export interface ComposeOrder {
  preset: Preset;
  seeds: number[];
  /** One per take. */
  forms: TakeForm[];
  settings: SamplingSettings & { length: number; timeSignature: TimeSignature };
}

/** A take as the app returns it. */
export interface PlainTake {
  /** `[rows, columns]`, row-major, as drawn. */
  rows: number[];
  /** Notes with the closing chord on its bar line. */
  notes: Note[];
}

export interface ComposeReport {
  takes: PlainTake[];
  /** Seconds of composing, on one thread. */
  seconds: number;
}

export interface QualityWorker {
  /** @returns the number of training threads */
  start(threads: number): Promise<number>;
  /** Adds pieces to the loaded ones. */
  load(pieces: PlainPiece[]): Promise<void>;
  /** Unloads all pieces. */
  clear(): Promise<void>;
  /**
   * Opens a model file: runs can start from it, and later calls use its weights.
   * @returns the forms stored with it
   */
  openStart(base64: string): Promise<PieceForm[]>;
  /** Trains; later calls use the weights of the best epoch. */
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
