/** A checkpoint: enough to resume a run exactly, and to refuse a mismatch in plain words. */
import type { AdamState } from '../engine/adam/adam';
import type { PresetId, TrainingSettings } from '../model/preset';
import type { NamedWeight } from '../model/weightValues';
import type { EncodingId } from '../music/encoding';
import type { PieceForm } from '../music/form/pieceForm';

/** One finished pass over the training data. */
export interface EpochRecord {
  /** From 1. */
  epoch: number;
  /** Mean over the epoch's steps, nats per note, dropout on. */
  trainingLoss: number;
  /** Mean over all validation notes, nats per note; absent where no piece is held out. */
  validationLoss?: number;
}

export interface Checkpoint {
  preset: PresetId;
  encoding: { id: EncodingId; version: number };
  settings: TrainingSettings;
  /** Weights after the last step. */
  weights: NamedWeight[];
  /** Weights at the epoch of the lowest validation loss, kept beside the last. */
  best?: { epoch: number; validationLoss: number; weights: NamedWeight[] };
  optimizer: AdamState;
  /** Steps taken so far. */
  step: number;
  /** Epochs finished so far. */
  epoch: number;
  /** Sum of the step losses of the epoch in hand, nats per note. */
  epochSum: number;
  history: EpochRecord[];
  /** Ids of the pieces that it learnt from, and of those held out. */
  trainedOn: { training: string[]; validation: string[] };
  /** How the pieces go, for takes that open with none of them. */
  typicalMeter: TypicalMeter;
  /**
   * The form of each training piece, for takes to follow; absent where the encoding knows nothing of
   * it, and in checkpoints of earlier versions.
   */
  forms?: PieceForm[];
}

/** What is most common among the training pieces. */
export interface TypicalMeter {
  /** Microseconds per quarter note: the median. */
  microsecondsPerQuarter: number;
  timeSignature: { numerator: number; denominator: number };
}
