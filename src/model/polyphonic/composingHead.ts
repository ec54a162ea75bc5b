/** Head of the polyphonic network on plain arrays; the same function as `softmaxHead.ts`. */
import { prefixSums } from '../../lib/prefixSums';
import type { EncodingColumn } from '../../music/encoding/encoding';
import { affine } from '../affine';
import type { PolyphonicArchitecture } from '../preset';
import { type NamedWeight, weightValues } from '../weightValues';
import { type HeadWeights, mapHeadWeights } from './headWeights';

export class ComposingHead {
  readonly #weights: HeadWeights<Float32Array>;
  readonly #kernel: Float64Array;
  readonly #outputKernel: Float64Array;
  /** First embedding row of each column before. */
  readonly #offsets: number[];

  /**
   * @param index of the predicted column in the row
   * @throws {Error} with a plain sentence if the weights belong to another network
   */
  constructor(
    { units, hidden }: PolyphonicArchitecture,
    columns: readonly EncodingColumn[],
    index: number,
    weights: readonly NamedWeight[],
  ) {
    const given = columns.slice(0, index).map(({ classes }) => classes);
    const { name, classes } = columns[index];
    this.#weights = mapHeadWeights(name, { units, hidden, classes, given }, (weight) =>
      weightValues(weights, weight.name, weight.shape),
    );
    this.#kernel = Float64Array.from(this.#weights.kernel);
    this.#outputKernel = Float64Array.from(this.#weights.outputKernel);
    this.#offsets = prefixSums(given);
  }

  /** The part of the hidden layer that follows from the state `[units]` alone: `[hidden]`. */
  project(state: Float32Array): Float64Array {
    return affine(state, this.#kernel, this.#weights.bias);
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
    projected: Float64Array = this.project(state),
  ): Float32Array<ArrayBuffer> {
    const { embedding, outputBias } = this.#weights;
    const hidden = Float32Array.from(projected);
    if (embedding) {
      this.#offsets.forEach((offset, column) => {
        if (row[column] < 0) return;
        const from = (offset + row[column]) * hidden.length;
        for (let j = 0; j < hidden.length; j++) hidden[j] += embedding[from + j];
      });
    }
    for (let j = 0; j < hidden.length; j++) hidden[j] = Math.tanh(hidden[j]);
    return Float32Array.from(affine(hidden, this.#outputKernel, outputBias));
  }
}
