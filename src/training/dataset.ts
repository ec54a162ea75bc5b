/**
 * What training sees of the pieces: encoded rows, split by piece, cut into batches. An example is a
 * window of rows with the row that follows it; before a piece's first row stands -1.
 */
import type { Batch } from '../model/batch';
import type { TrainingSettings } from '../model/preset';
import type { Encoding, Rows } from '../music/encoding/encoding';
import { Random } from '../music/random';

/** Share of the pieces held out for validation; at least one, where there are two or more. */
const VALIDATION_SHARE = 0.1;

export interface EncodedPiece {
  id: string;
  rows: Rows;
}

export type Split = 'training' | 'validation';

/** Where an example ends: the row to be predicted. */
interface Example {
  rows: Rows;
  target: number;
}

export class Dataset {
  readonly encoding: Encoding;
  readonly training: readonly EncodedPiece[];
  readonly validation: readonly EncodedPiece[];
  readonly #settings: TrainingSettings;
  readonly #examples: Record<Split, Example[]>;

  constructor(pieces: readonly EncodedPiece[], encoding: Encoding, settings: TrainingSettings) {
    const encoded = pieces.filter(({ rows }) => rows.data.length > 0);
    const held = chooseValidation(encoded.length, settings.seed);
    this.encoding = encoding;
    this.training = encoded.filter((_, i) => !held.has(i));
    this.validation = encoded.filter((_, i) => held.has(i));
    this.#settings = settings;
    this.#examples = {
      training: listExamples(this.training),
      validation: listExamples(this.validation),
    };
  }

  examples(split: Split): number {
    return this.#examples[split].length;
  }

  batches(split: Split): number {
    return Math.ceil(this.#examples[split].length / this.#settings.batchSize);
  }

  /** The examples' order in an epoch (from 1): the same for the same seed, whenever it is asked. */
  epochOrder(epoch: number): Int32Array {
    const order = Int32Array.from(this.#examples.training, (_, i) => i);
    Random.fromSeed(this.#settings.seed + EPOCH_SEED_STRIDE * epoch).shuffle(order);
    return order;
  }

  /**
   * One batch. Every batch has the full size, so that shapes stay the same and shaders are compiled
   * once; what fills up the last one has weight 0.
   * @param order the order to take examples in; absent for the order of the pieces
   */
  batch(split: Split, index: number, order?: Int32Array): Batch {
    const examples = this.#examples[split];
    const { batchSize: size, sequenceLength: time } = this.#settings;
    const width = examples[0].rows.width;
    const inputs = new Int32Array(size * time * width).fill(-1);
    const targets = new Int32Array(size);
    const weights = new Float32Array(size);
    for (let row = 0; row < size; row++) {
      const at = index * size + row;
      if (at >= examples.length) break;
      const { rows, target } = examples[order ? order[at] : at];
      const length = Math.min(time, target);
      const window = rows.data.subarray((target - length) * width, target * width);
      inputs.set(window, ((row + 1) * time - length) * width);
      targets[row] = rows.data[target * width];
      weights[row] = 1;
    }
    return { size, time, inputs, targets, weights };
  }
}

/** Keeps the seeds of a run's epochs apart from those of its steps and of neighbouring seeds. */
const EPOCH_SEED_STRIDE = 1_000_003;

function chooseValidation(pieces: number, seed: number): Set<number> {
  if (pieces < 2) return new Set();
  const order = Array.from({ length: pieces }, (_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  return new Set(order.slice(0, Math.max(1, Math.round(pieces * VALIDATION_SHARE))));
}

function listExamples(pieces: readonly EncodedPiece[]): Example[] {
  const examples: Example[] = [];
  for (const { rows } of pieces) {
    for (let target = 0; target < rows.data.length / rows.width; target++) {
      examples.push({ rows, target });
    }
  }
  return examples;
}
