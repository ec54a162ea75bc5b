/** A head of the Studio network on plain arrays; the same function as `softmaxHead.ts`. */
import type { EncodingColumn } from '../../music/encoding/encoding';
import { affine } from '../affine';
import type { StudioArchitecture } from '../preset';
import { type NamedWeight, weightValues } from '../weightValues';
import { headWeights } from './headWeights';

export class ComposingHead {
  readonly #kernel: Float32Array;
  readonly #embedding: Float32Array;
  readonly #bias: Float32Array;
  readonly #outputKernel: Float32Array;
  readonly #outputBias: Float32Array;
  /** First embedding row of each column before. */
  readonly #offsets: number[] = [];

  /**
   * @param index of the predicted column in the row
   * @throws {Error} with a plain sentence where the weights belong to another network
   */
  constructor(
    { units, hidden }: StudioArchitecture,
    columns: readonly EncodingColumn[],
    index: number,
    weights: readonly NamedWeight[],
  ) {
    const given = columns.slice(0, index).map(({ classes }) => classes);
    const { name, classes } = columns[index];
    [this.#kernel, this.#embedding, this.#bias, this.#outputKernel, this.#outputBias] = headWeights(
      name,
      { units, hidden, classes, given },
    ).map((weight) => weightValues(weights, weight.name, weight.shape));
    let offset = 0;
    for (const range of given) {
      this.#offsets.push(offset);
      offset += range;
    }
  }

  /**
   * @param state `[units]`
   * @param row its columns before the predicted one; what follows them is not read
   * @returns the output before its softmax, `[classes]`
   */
  logits(state: Float32Array, row: readonly number[]): Float32Array<ArrayBuffer> {
    const hidden = affine(state, this.#kernel, this.#bias);
    this.#offsets.forEach((offset, column) => {
      const from = (offset + row[column]) * hidden.length;
      for (let j = 0; j < hidden.length; j++) hidden[j] += this.#embedding[from + j];
    });
    for (let j = 0; j < hidden.length; j++) hidden[j] = Math.tanh(hidden[j]);
    return affine(hidden, this.#outputKernel, this.#outputBias);
  }
}
