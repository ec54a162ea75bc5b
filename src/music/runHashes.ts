/**
 * Hashes of runs of notes, for finding copies in large collections without comparing every pair of
 * pieces. A run is hashed by its steps (interval and time between neighbouring notes), so a
 * transposed copy has the same hashes.
 */
import { type ShapeColumns, stepsOf } from './copying';
import type { Rows } from './encoding/encoding';

/** Odd multipliers of the rolling hashes and of the finalizer of MurmurHash3 (Appleby). */
const BASE = 0x01000193;
export const OTHER_BASE = 0x2545f491;
const SPREAD = 0x9e3779b1;
const MIX_FIRST = 0x85ebca6b;
const MIX_SECOND = 0xc2b2ae35;

/**
 * Hash of each run of `length` steps, `[rows - length]`: a rolling hash (Karp and Rabin 1987)
 * modulo 2^32, mixed so that every bit depends on every step.
 */
export function hashRuns(
  rows: Rows,
  columns: ShapeColumns,
  length: number,
): Uint32Array<ArrayBuffer> {
  return hashSteps(stepsOf(rows, columns), length);
}

/**
 * The same for given steps, one number each.
 * @param base an odd number; another one gives an independent hash
 */
export function hashSteps(
  steps: Int32Array,
  length: number,
  base = BASE,
): Uint32Array<ArrayBuffer> {
  const hashes = new Uint32Array(Math.max(0, steps.length - length + 1));
  let leading = 1;
  for (let i = 1; i < length; i++) leading = Math.imul(leading, base);
  let sum = 0;
  for (let i = 0; i < steps.length; i++) {
    if (i >= length) sum = (sum - Math.imul(spread(steps[i - length]), leading)) | 0;
    sum = (Math.imul(sum, base) + spread(steps[i])) | 0;
    if (i >= length - 1) hashes[i - length + 1] = mixed(sum);
  }
  return hashes;
}

function spread(step: number): number {
  const product = Math.imul(step + 1, SPREAD);
  return product ^ (product >>> 15);
}

/** The finalizer of MurmurHash3: a bijection of 32 bits, unsigned. */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, MIX_FIRST);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, MIX_SECOND);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * Winnowing (Schleimer, Wilkerson and Aiken 2003): the positions of the least hash of every window
 * of `window` neighbouring hashes. Two pieces that share `window` hashes in a row share a selected
 * one; of random hashes 2 in `window + 1` are selected.
 * @returns ascending positions; all pieces of at least one hash have one
 */
export function winnow(hashes: Uint32Array, window: number): number[] {
  const selected: number[] = [];
  // Ordering by another bijection leaves the values of the selected hashes uniform.
  const order = hashes.map((hash) => mixed(hash ^ SPREAD));
  const last = Math.max(0, order.length - window);
  let least = -1;
  for (let from = 0; from <= last && order.length > 0; from++) {
    const to = Math.min(order.length, from + window);
    if (least < from) {
      least = from;
      for (let i = from + 1; i < to; i++) if (order[i] <= order[least]) least = i;
    } else if (order[to - 1] <= order[least]) {
      least = to - 1;
    }
    if (selected.at(-1) !== least) selected.push(least);
  }
  return selected;
}
