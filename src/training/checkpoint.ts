/** Checkpoint: state to resume a run exactly, and data to detect a mismatch. */
import type { AdamState } from '../engine/adam/adam';
import type { PresetId, TrainingSettings } from '../model/preset';
import type { NamedWeight } from '../model/weightValues';
import type { EncodingId } from '../music/encoding';
import type { PieceForm } from '../music/form/pieceForm';

/** One pass over the training data. */
export interface EpochRecord {
  /** From 1. */
  epoch: number;
  /** Mean over the epoch's steps, nats per note, dropout on. */
  trainingLoss: number;
  /** Mean over all validation notes, nats per note. Default: no validation set. */
  validationLoss?: number;
}

export interface Checkpoint {
  preset: PresetId;
  encoding: { id: EncodingId; version: number };
  settings: TrainingSettings;
  /** Weights after the last step. */
  weights: NamedWeight[];
  /** Weights of the epoch with the lowest validation loss; epoch 0: those of the start. */
  best?: { epoch: number; validationLoss: number; weights: NamedWeight[] };
  optimizer: AdamState;
  /** Steps taken. */
  step: number;
  /** Epochs finished. */
  epoch: number;
  /** Sum of the step losses of the current epoch, nats per note. */
  epochSum: number;
  history: EpochRecord[];
  /** Ids of the training and the validation pieces. */
  trainedOn: { training: string[]; validation: string[] };
  /** Tempo and meter for takes without a prompt. */
  typicalMeter: TypicalMeter;
  /**
   * Form of each training piece, for takes to follow. Default: none (encodings without form,
   * checkpoints of earlier versions).
   */
  forms?: PieceForm[];
  /** Training before this run. Default: none, the run started from nothing. */
  lineage?: Lineage;
}

/** Training before a run, summed over the models that led to its start. */
export interface Lineage {
  /** Epochs behind the start's weights. */
  epochs: number;
  /** Ids of the pieces that were trained on. */
  pieces: string[];
  /** Ids of the pieces that the last run before held out. */
  heldOut: string[];
  /** Id of the published model at the beginning. Default: none. */
  root?: string;
}

/** Most common values of the training pieces. */
export interface TypicalMeter {
  /** Median, microseconds per quarter note. */
  microsecondsPerQuarter: number;
  timeSignature: { numerator: number; denominator: number };
}
