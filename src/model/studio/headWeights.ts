/** Names and shapes of a head's weights: what the live head and the composing one share. */

export interface HeadSize {
  /** Width of the state. */
  units: number;
  hidden: number;
  classes: number;
  /** Classes of each column before the predicted one. */
  given: readonly number[];
}

export interface HeadWeight {
  name: string;
  shape: [number, number] | [number];
}

/** The head's weights, in the order in which checkpoints hold them. */
export function headWeights(column: string, size: HeadSize): HeadWeight[] {
  const { units, hidden, classes, given } = size;
  const rows = given.reduce((sum, range) => sum + range, 0);
  return [
    { name: `${column}/kernel`, shape: [units, hidden] },
    { name: `${column}/embedding`, shape: [rows, hidden] },
    { name: `${column}/bias`, shape: [hidden] },
    { name: `${column}/output_kernel`, shape: [hidden, classes] },
    { name: `${column}/output_bias`, shape: [classes] },
  ];
}
