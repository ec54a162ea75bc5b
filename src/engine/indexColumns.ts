/**
 * Index columns: each index stands for a one-hot vector over its column's classes, and the vectors
 * of all columns lie side by side. An index outside the classes (such as -1) is a vector of zeros.
 */

/** First row of each column in a matrix that the one-hot vectors multiply. */
export function columnOffsets(columnClasses: readonly number[]): number[] {
  let offset = 0;
  return columnClasses.map((classes) => {
    const start = offset;
    offset += classes;
    return start;
  });
}
