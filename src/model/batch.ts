/** One training step's examples, as the dataset cuts them and the network reads them. */

export interface Batch {
  /** Number of examples. */
  size: number;
  /** Steps in each example. */
  time: number;
  /** `[size, time, columns that the state reads]`, row-major; -1 where a piece has not begun. */
  inputs: Int32Array<ArrayBuffer>;
  /** The rows to be predicted, row-major: `[size, columns]`, or `[size, time, columns]`. */
  targets: Int32Array<ArrayBuffer>;
  /** One for each row to be predicted: 1, or 0 where the row only fills up the batch. */
  weights: Float32Array<ArrayBuffer>;
}
