/** Head of the polyphonic network on plain arrays; the same function as `softmaxHead.ts`. */
import { prefixSums } from '../../lib/prefixSums';
import type { EncodingColumn } from '../../music/encoding/encoding';
import { affine } from '../affine';
import type { PolyphonicArchitecture } from '../preset';
import { type NamedWeight, weightValues } from '../weightValues';
import { type HeadWeights, mapHeadWeights } from './headWeights';

export class ComposingHead {
  readonly #weights: HeadWeights<Float32Array>;
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
    this.#offsets = prefixSums(given);
  }

  /**
   * @param state `[units]`
   * @param row its columns before the predicted one; later ones are not read
   * @returns logits, `[classes]`
   */
  logits(state: Float32Array, row: readonly number[]): Float32Array<ArrayBuffer> {
    const { kernel, embedding, bias, outputKernel, outputBias } = this.#weights;
    const hidden = affine(state, kernel, bias);
    if (embedding) {
      this.#offsets.forEach((offset, column) => {
        if (row[column] < 0) return;
        const from = (offset + row[column]) * hidden.length;
        for (let j = 0; j < hidden.length; j++) hidden[j] += embedding[from + j];
      });
    }
    for (let j = 0; j < hidden.length; j++) hidden[j] = Math.tanh(hidden[j]);
    return affine(hidden, outputKernel, outputBias);
  }
}
