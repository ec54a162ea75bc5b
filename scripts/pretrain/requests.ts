/** Requests of the pretraining command to its worker in the browser, as plain data. */

import type { PresetId, TrainingSettings } from '../../src/model/preset';
import type { Withheld } from '../../src/music/encoding/withhold';
import type { PieceForm } from '../../src/music/form/pieceForm';
import type { EpochRecord, TypicalMeter } from '../../src/training/checkpoint';

/** Paths below the page at which the command answers. */
export const PATHS = {
  /** GET: the 16-bit rows of a piece, by its number. */
  rows: 'pretrain/rows/',
  /** GET and POST: the run's state as an `.etude` file. */
  checkpoint: 'pretrain/checkpoint',
  /** GET and POST: the published model. */
  model: 'pretrain/model',
  /** POST: a `Progress`; the answer is a `Reply`. */
  progress: 'pretrain/progress',
} as const;

export interface PlainPiece {
  id: string;
  /** Number in the path of its rows. */
  number: number;
  /** Default: not stored with the model. */
  form?: PieceForm;
}

export interface PretrainOrder {
  preset: PresetId;
  settings: TrainingSettings;
  /** Default: all cores. */
  threads?: number;
  typicalMeter: TypicalMeter;
  training: PlainPiece[];
  validation: PlainPiece[];
  /** Whether the run continues from the command's checkpoint. */
  resume: boolean;
}

export type Progress =
  | {
      kind: 'step';
      step: number;
      totalSteps: number;
      epoch: number;
      /** Mean over the steps since the last message, nats per note. */
      loss: number;
      notesPerSecond?: number;
      secondsLeft?: number;
    }
  | { kind: 'epoch'; record: EpochRecord; seconds: number };

export interface Reply {
  /** Whether to end after the current step. */
  stop: boolean;
}

export interface PretrainReport {
  epochs: number;
  /** Epoch of the weights with the least validation loss. Default: no validation. */
  best?: { epoch: number; validationLoss: number };
  /** Whether it ended by itself: after all epochs, or because validation got no better. */
  finished: boolean;
}

/** Nats of each predicted column, summed, and the number of rows with a value there. */
export interface ColumnNats {
  name: string;
  nats: number;
  rows: number;
}

export interface PretrainWorker {
  run(order: PretrainOrder): Promise<PretrainReport>;
  /** Has the command write the checkpoint's best weights as a compact model of this version. */
  publish(version: string): Promise<void>;
  /**
   * Exact likelihood of pieces, about `rows` notes, under the checkpoint or the published model,
   * which is not told what is withheld.
   */
  nats(
    from: 'checkpoint' | 'model',
    pieces: PlainPiece[],
    rows: number,
    withheld: Withheld[],
  ): Promise<ColumnNats[]>;
}

declare global {
  var pretrain: PretrainWorker;
}
