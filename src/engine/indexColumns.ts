/** Index columns: each stands for a one-hot vector, and all of them lie side by side. */

/** First row of each column in a matrix that the one-hot vectors multiply. */
export function columnOffsets(columns: readonly number[]): number[] {
  let offset = 0;
  return columns.map((range) => {
    const start = offset;
    offset += range;
    return start;
  });
}
