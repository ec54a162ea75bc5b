/**
 * Withholds columns that a network should not depend on: conditions that are not set, and a piece's
 * memory. A withheld column has no value, in training as in composing.
 */
import type { ColumnGroup, EncodingColumn } from './encoding';

/** A column's group, or `loose memory`: memory where the plan repeats too little. */
export type Withheld = ColumnGroup | 'loose memory';

/** Groups that can be withheld; a set of them is one number, a bit each in this order. */
export const WITHHELD = [
  'key',
  'length',
  'plan',
  'memory',
  'loose memory',
  'style',
] as const satisfies readonly Withheld[];

/** @returns the set as bits */
export function withheldBits(set: readonly Withheld[]): number {
  return set.reduce((bits, one) => bits | (1 << WITHHELD.indexOf(one)), 0);
}

/** No value. */
const NONE = -1;

/** Returns a function that removes the values of withheld columns from a row, in place. */
export function withholder(
  columns: readonly EncodingColumn[],
): (bits: number, row: Int16Array | number[], at: number) => void {
  const members = columns.flatMap(({ group, gate }, column) =>
    group ? [{ column, gate, bit: withheldBits([group]) }] : [],
  );
  const loose = withheldBits(['loose memory']);
  return (bits, row, at) => {
    if (bits === 0) return;
    // Gates are read before the plan is removed.
    if (bits & loose) {
      for (const { column, gate } of members) {
        if (!gate || at + column >= row.length) continue;
        const degree = row[at + gate.column];
        if (degree >= 0 && degree < gate.degree) row[at + column] = NONE;
      }
    }
    for (const { column, bit } of members) {
      if (bits & bit && at + column < row.length) row[at + column] = NONE;
    }
  };
}
