/** Training data: encoded rows, split by piece, cut into batches. */
import type { Batch } from '../model/batch';
import type { Preset, TrainingSettings } from '../model/preset';
import { encodings } from '../music/encoding';
import type { EncodingColumn } from '../music/encoding/encoding';
import { Random } from '../music/random';
import { batchCutter, type CutBatch } from './cutBatch';
import { memoryGaps } from './gaps';
import { type EncodedPiece, rowsOf, type SplitPieces, splitPieces } from './split';
import { evaluationWindows, trainingWindows, WINDOW_FIELDS, type Windows } from './windows';

/** One pass over some pieces. */
export interface Batches {
  count: number;
  batch(index: number): Batch;
}

export class Dataset {
  readonly columns: readonly EncodingColumn[];
  readonly training: readonly EncodedPiece[];
  readonly validation: readonly EncodedPiece[];
  readonly #preset: Preset;
  readonly #settings: TrainingSettings;
  readonly #cut: CutBatch;

  /**
   * @param held validation pieces. Default: a split drawn from the settings' seed.
   * @param columns of the rows. Default: those of the preset's encoding.
   */
  constructor(
    pieces: readonly EncodedPiece[],
    preset: Preset,
    settings: TrainingSettings,
    held: SplitPieces = splitPieces(pieces, settings.seed, encodings[preset.encoding]),
    columns: readonly EncodingColumn[] = encodings[preset.encoding].columns,
  ) {
    this.columns = columns;
    this.training = held.training;
    this.validation = held.validation;
    this.#preset = preset;
    this.#settings = settings;
    this.#cut = batchCutter(columns, preset.training.predict, settings);
  }

  /** Examples and batches per training epoch. */
  get size(): { examples: number; batches: number } {
    const examples = this.#trainingWindows(1).length / WINDOW_FIELDS;
    return { examples, batches: Math.ceil(examples / this.#settings.batchSize) };
  }

  /** @param epoch from 1; same seed and epoch, same batches */
  trainingEpoch(epoch: number): Batches {
    return this.#batches(this.training, this.#trainingWindows(epoch), epoch);
  }

  /** Every validation row, once. */
  validationPass(): Batches & { rows: number; examples: number } {
    const { training } = this.#preset;
    const windows = evaluationWindows(this.validation, this.#settings.sequenceLength, training);
    return {
      ...this.#batches(this.validation, windows),
      rows: this.validation.reduce((sum, piece) => sum + rowsOf(piece), 0),
      examples: windows.length / WINDOW_FIELDS,
    };
  }

  #trainingWindows(epoch: number): Windows {
    const { seed, sequenceLength } = this.#settings;
    return trainingWindows(
      this.training,
      sequenceLength,
      this.#preset.training,
      this.columns,
      Random.fromSeed(seed + EPOCH_SEED_STRIDE * epoch),
    );
  }

  /** @param epoch seed of the gaps in memory. Default: no gaps. */
  #batches(pieces: readonly EncodedPiece[], windows: Windows, epoch?: number): Batches {
    const size = this.#settings.batchSize;
    return {
      count: Math.ceil(windows.length / WINDOW_FIELDS / size),
      batch: (index) => this.#cut(pieces, windows, index * size, this.#gaps(epoch, index)),
    };
  }

  #gaps(epoch: number | undefined, batch: number): (row: Int16Array) => void {
    const share = this.#preset.training.withhold?.gaps ?? 0;
    if (epoch === undefined || share === 0) return () => {};
    const seed = this.#settings.seed + EPOCH_SEED_STRIDE * epoch + BATCH_SEED_STRIDE * (batch + 1);
    return memoryGaps(this.columns, share, Random.fromSeed(seed));
  }
}

/** Separates the random streams of epochs from those of steps and of neighbouring seeds. */
const EPOCH_SEED_STRIDE = 1_000_003;
/** Separates the random stream of the gaps in memory. */
const BATCH_SEED_STRIDE = 15_485_863;
