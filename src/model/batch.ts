/** Examples of one training step, as the dataset cuts them and the network reads them. */

export interface Batch {
  /** Number of examples. */
  size: number;
  /** Steps in each example. */
  time: number;
  /** `[size, time, state columns]`, row-major; -1 before the start of a piece. */
  inputs: Int32Array<ArrayBuffer>;
  /** Target rows, row-major: `[size, columns]`, or `[size, time, columns]`. */
  targets: Int32Array<ArrayBuffer>;
  /** One per target row: 1, or 0 for padding. */
  weights: Float32Array<ArrayBuffer>;
}
