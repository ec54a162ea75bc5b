/** Names and shapes of a head's weights, shared by the live head and the composing one. */
import type { HeadWeights } from '../../engine/heads/reference';
import type { EncodingColumn } from '../../music/encoding/encoding';
import type { PolyphonicArchitecture } from '../preset';

export type { HeadWeights };

export interface HeadSize {
  /** Width of the state. */
  units: number;
  hidden: number;
  classes: number;
  /** Classes of each column before the predicted one. */
  given: readonly number[];
}

/** Width of the hidden layer of a column's head. */
export function headUnits(
  { hidden }: Pick<PolyphonicArchitecture, 'hidden'>,
  { mostHidden = hidden }: EncodingColumn,
): number {
  return Math.min(hidden, mostHidden);
}

export interface HeadWeight {
  name: string;
  shape: [number, number] | [number];
}

/** Creates or finds each weight of a head, in the order of checkpoints. */
export function mapHeadWeights<T>(
  column: string,
  { units, hidden, classes, given }: HeadSize,
  make: (weight: HeadWeight) => T,
): HeadWeights<T> {
  const rows = given.reduce((sum, range) => sum + range, 0);
  return {
    kernel: make({ name: `${column}/kernel`, shape: [units, hidden] }),
    embedding: rows > 0 ? make({ name: `${column}/embedding`, shape: [rows, hidden] }) : undefined,
    bias: make({ name: `${column}/bias`, shape: [hidden] }),
    outputKernel: make({ name: `${column}/output_kernel`, shape: [hidden, classes] }),
    outputBias: make({ name: `${column}/output_bias`, shape: [classes] }),
  };
}
