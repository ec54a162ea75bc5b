/** What training sees of the pieces: encoded rows, split by piece, cut into batches. */
import type { Batch } from '../model/batch';
import type { Preset, TrainingSettings } from '../model/preset';
import { encodings } from '../music/encoding';
import type { EncodingColumn } from '../music/encoding/encoding';
import { Random } from '../music/random';
import { type EncodedPiece, rowsOf, type SplitPieces, splitPieces } from './split';
import { evaluationWindows, trainingWindows, WINDOW_FIELDS, type Windows } from './windows';

/** A pass over some pieces. */
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

  /**
   * @param held which pieces are held out; absent to split them by the settings' seed
   * @param columns of the rows; absent for those of the preset's encoding
   */
  constructor(
    pieces: readonly EncodedPiece[],
    preset: Preset,
    settings: TrainingSettings,
    held: SplitPieces = splitPieces(pieces, settings.seed),
    columns: readonly EncodingColumn[] = encodings[preset.encoding].columns,
  ) {
    this.columns = columns;
    this.training = held.training;
    this.validation = held.validation;
    this.#preset = preset;
    this.#settings = settings;
  }

  /** Examples and batches of every training epoch. */
  get size(): { examples: number; batches: number } {
    const examples = this.#trainingWindows(1).length / WINDOW_FIELDS;
    return { examples, batches: Math.ceil(examples / this.#settings.batchSize) };
  }

  /** @param epoch from 1: the same batches for the same seed and epoch, whenever it is asked */
  trainingEpoch(epoch: number): Batches {
    return this.#batches(this.training, this.#trainingWindows(epoch));
  }

  /** Every validation row once. */
  validationPass(): Batches & { rows: number; examples: number } {
    const { predict } = this.#preset.training;
    const windows = evaluationWindows(this.validation, this.#settings.sequenceLength, predict);
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

  #batches(pieces: readonly EncodedPiece[], windows: Windows): Batches {
    const size = this.#settings.batchSize;
    return {
      count: Math.ceil(windows.length / WINDOW_FIELDS / size),
      batch: (index) => this.#cut(pieces, windows, index * size),
    };
  }

  /**
   * Every batch has the full size, so that shapes stay the same and shaders are compiled once; what
   * fills up the last one has weight 0.
   */
  #cut(pieces: readonly EncodedPiece[], windows: Windows, first: number): Batch {
    const { batchSize: size, sequenceLength: time } = this.#settings;
    const width = this.columns.length;
    const transposed = this.columns.flatMap(({ transposes }, i) => (transposes ? [i] : []));
    const everyRow = this.#preset.training.predict === 'every row';
    const predicted = everyRow ? time : 1;
    const batch: Batch = {
      size,
      time,
      inputs: new Int32Array(size * time * width).fill(-1),
      targets: new Int32Array(size * predicted * width),
      weights: new Float32Array(size * predicted),
    };
    for (let example = 0; example < size; example++) {
      const at = (first + example) * WINDOW_FIELDS;
      if (at >= windows.length) break;
      const [piece, start, interval] = windows.subarray(at, at + WINDOW_FIELDS);
      const { data } = pieces[piece].rows;
      const rows = data.length / width;
      const copyRow = (row: number, into: Int32Array, to: number): boolean => {
        if (row < 0 || row >= rows) return false;
        into.set(data.subarray(row * width, (row + 1) * width), to * width);
        for (const column of transposed) {
          if (into[to * width + column] >= 0) into[to * width + column] += interval;
        }
        return true;
      };
      for (let step = 0; step < time; step++) {
        copyRow(start + step - 1, batch.inputs, example * time + step);
      }
      for (let step = 0; step < predicted; step++) {
        const to = example * predicted + step;
        const row = start + time - predicted + step;
        if (copyRow(row, batch.targets, to)) batch.weights[to] = 1;
      }
    }
    return batch;
  }
}

/** Keeps the seeds of a run's epochs apart from those of its steps and of neighbouring seeds. */
const EPOCH_SEED_STRIDE = 1_000_003;
