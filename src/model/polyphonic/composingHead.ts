/** Head of the polyphonic network for composing; the same function as `softmaxHead.ts`. */
import type { DenseLayer, MakeDense } from '../../engine/dense/denseLayer';
import { prefixSums } from '../../lib/prefixSums';
import type { EncodingColumn } from '../../music/encoding/encoding';
import type { PolyphonicArchitecture } from '../preset';
import { type NamedWeight, weightValues } from '../weightValues';
import { headUnits, mapHeadWeights } from './headWeights';

export class ComposingHead {
  readonly #embedding: Float32Array | undefined;
  readonly #hidden: DenseLayer;
  readonly #output: DenseLayer;
  /** First embedding row of each column before. */
  readonly #offsets: number[];

  /**
   * @param index of the predicted column in the row
   * @throws {Error} with a plain sentence if the weights belong to another network
   */
  constructor(
    architecture: PolyphonicArchitecture,
    columns: readonly EncodingColumn[],
    index: number,
    weights: readonly NamedWeight[],
    makeDense: MakeDense,
  ) {
    const given = columns.slice(0, index).map(({ classes }) => classes);
    const { name, classes } = columns[index];
    const { units } = architecture;
    const hidden = headUnits(architecture, columns[index]);
    const mapped = mapHeadWeights(name, { units, hidden, classes, given }, (weight) =>
      weightValues(weights, weight.name, weight.shape),
    );
    const { kernel, bias, outputKernel, outputBias } = mapped;
    this.#embedding = mapped.embedding;
    this.#hidden = makeDense({ kernel, bias });
    this.#output = makeDense({ kernel: outputKernel, bias: outputBias });
    this.#offsets = prefixSums(given);
  }

  /** The part of the hidden layer that follows from the state `[units]` alone: `[hidden]`. */
  project(state: Float32Array): Float32Array {
    return this.#hidden(state);
  }

  /**
   * @param state `[units]`
   * @param row its columns before the predicted one; later ones are not read
   * @param projected `project(state)`. Default: computed.
   * @returns logits, `[classes]`
   */
  logits(
    state: Float32Array,
    row: readonly number[],
    projected: Float32Array = this.project(state),
  ): Float32Array<ArrayBuffer> {
    const embedding = this.#embedding;
    const hidden = Float32Array.from(projected);
    if (embedding) {
      this.#offsets.forEach((offset, column) => {
        if (row[column] < 0) return;
        const from = (offset + row[column]) * hidden.length;
        for (let j = 0; j < hidden.length; j++) hidden[j] += embedding[from + j];
      });
    }
    for (let j = 0; j < hidden.length; j++) hidden[j] = Math.tanh(hidden[j]);
    return this.#output(hidden);
  }
}
