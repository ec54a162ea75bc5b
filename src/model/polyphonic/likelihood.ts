/**
 * The likelihood of given rows, exactly as the composer finds it: from the first row on, the state
 * carried along.
 */
import { type ComposingKernels, plainKernels } from '../../engine/composingKernels';
import type { EncodingColumn, Rows } from '../../music/encoding/encoding';
import type { PolyphonicArchitecture } from '../preset';
import { softmax } from '../sampling';
import type { NamedWeight } from '../weightValues';
import { ComposingHead } from './composingHead';
import { ComposingLstm } from './composingLstm';

/** Rows `from <= row < to`. */
interface RowRange {
  from: number;
  to: number;
}

export class Likelihood {
  readonly #heads: readonly { index: number; head: ComposingHead }[];
  readonly #columns: readonly EncodingColumn[];
  readonly #makeLstm: () => ComposingLstm;

  /** @throws {Error} with a plain sentence where the weights belong to another network */
  constructor(
    architecture: PolyphonicArchitecture,
    columns: readonly EncodingColumn[],
    weights: readonly NamedWeight[],
    kernels: ComposingKernels = plainKernels,
  ) {
    this.#columns = columns;
    this.#heads = columns.flatMap(({ predicted }, index) =>
      predicted
        ? [
            {
              index,
              head: new ComposingHead(architecture, columns, index, weights, kernels.makeDense),
            },
          ]
        : [],
    );
    this.#makeLstm = () => new ComposingLstm(architecture, columns, weights, 1, kernels.makeCell);
  }

  /** Indices of the predicted columns. */
  get columns(): number[] {
    return this.#heads.map(({ index }) => index);
  }

  /**
   * Negative log-likelihood of each predicted column, in nats, summed over a range of the rows; rows
   * without a value add nothing.
   * @param range Default: all rows.
   */
  nats(
    { data, width }: Rows,
    { from, to }: RowRange = { from: 0, to: data.length / width },
  ): number[] {
    const sums = this.#heads.map(() => 0);
    const lstm = this.#makeLstm();
    let latest = this.#columns.map(() => -1);
    try {
      for (let row = 0; row < to; row++) {
        lstm.read([latest]);
        latest = Array.from(data.subarray(row * width, (row + 1) * width));
        if (row < from) continue;
        this.#heads.forEach(({ index, head }, i) => {
          if (latest[index] < 0) return;
          sums[i] -= Math.log(softmax(head.logits(lstm.state(0), latest))[latest[index]]);
        });
      }
    } finally {
      lstm.dispose();
    }
    return sums;
  }
}
