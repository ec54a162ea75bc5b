/**
 * Index of the runs of a large collection: whether a take shares a run with one of its pieces can
 * be found without the music. Of each piece it holds the hashes of winnowed runs (`runHashes.ts`):
 * a run of `CERTAIN_NOTES` shared with a piece is always found, a shorter one often.
 */
import { BitReader, BitWriter, readAscending, riceBits, writeAscending } from './bits';
import { type ShapeColumns, stepsOf } from './copying';
import type { Rows } from './encoding/encoding';
import { hashSteps, OTHER_BASE, winnow } from './runHashes';

/** Steps of an indexed run. */
const LENGTH = 12;
/** Runs of which at least one is indexed. */
const WINDOW = 25;
/** Length in notes from which on a shared run is always found. */
export const CERTAIN_NOTES = LENGTH + WINDOW;
/** Bits of a second hash, so that chance hits are rare. */
const MORE_BITS = 4;
const RANGE = 2 ** (32 + MORE_BITS);
/** Bits of the number of a piece's hashes, and of its code's remainder. */
const COUNT_BITS = 16;
const RICE_BITS = 5;
const SIGNATURE = 'etude runs 1\n\0\0\0';
const MOST_PIECES = 65_535;

export interface IndexedRun {
  /** Notes of the run, at least; 0 if nothing is shared. */
  notes: number;
  /** Index of its first note in the take. */
  start: number;
  /** Number of the piece in the index. */
  piece: number;
}

/** Hashes of all runs; doubles hold 36 bits exactly. */
function keysOf(steps: Int32Array): number[] {
  const more = hashSteps(steps, LENGTH, OTHER_BASE);
  return Array.from(
    hashSteps(steps, LENGTH),
    (hash, i) => hash * 2 ** MORE_BITS + (more[i] >>> (32 - MORE_BITS)),
  );
}

/** Distinct hashes of the winnowed runs of a piece, ascending. */
function indexedKeys(rows: Rows, columns: ShapeColumns): number[] {
  const steps = stepsOf(rows, columns);
  const keys = keysOf(steps);
  const chosen = winnow(hashSteps(steps, LENGTH), WINDOW).map((at) => keys[at]);
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/** @param pieces in their order, whose numbers `IndexedRun.piece` gives */
export function writeRunIndex(
  pieces: readonly Rows[],
  columns: ShapeColumns,
): Uint8Array<ArrayBuffer> {
  const out = new BitWriter();
  for (let i = 0; i < SIGNATURE.length; i++) out.write(SIGNATURE.charCodeAt(i), 8);
  out.write(pieces.length, COUNT_BITS);
  for (const rows of pieces) {
    const keys = indexedKeys(rows, columns).slice(0, 2 ** COUNT_BITS - 1);
    const bits = riceBits(keys.length, RANGE);
    out.write(keys.length, COUNT_BITS);
    out.write(bits, RICE_BITS);
    writeAscending(out, keys, bits);
  }
  return out.bytes();
}

export class RunIndex {
  /** Numbers of the pieces with a hash. */
  readonly #pieces = new Map<number, number[]>();

  /** @throws {RangeError} if these are not the bytes of an index */
  constructor(bytes: Uint8Array) {
    const reader = new BitReader(bytes);
    for (let i = 0; i < SIGNATURE.length; i++) {
      if (reader.read(8) !== SIGNATURE.charCodeAt(i)) throw new RangeError('No index of runs.');
    }
    const count = Math.min(MOST_PIECES, reader.read(COUNT_BITS));
    for (let piece = 0; piece < count; piece++) {
      const size = reader.read(COUNT_BITS);
      for (const key of readAscending(reader, size, reader.read(RICE_BITS))) {
        const known = this.#pieces.get(key);
        if (known) known.push(piece);
        else this.#pieces.set(key, [piece]);
      }
    }
  }

  /**
   * The longest run that the take shares with a piece, as far as the index shows it: hits in one
   * piece that are no farther apart than a window are one run.
   * @param from notes before this index are not judged, such as a given opening
   */
  longest(take: Rows, columns: ShapeColumns, from = 0): IndexedRun {
    const keys = keysOf(stepsOf(take, columns).subarray(from));
    const best: IndexedRun = { notes: 0, start: 0, piece: -1 };
    const open = new Map<number, { first: number; last: number }>();
    keys.forEach((key, at) => {
      for (const piece of this.#pieces.get(key) ?? []) {
        const run = open.get(piece);
        const first = run && at - run.last <= WINDOW ? run.first : at;
        open.set(piece, { first, last: at });
        const notes = at - first + LENGTH + 1;
        if (notes > best.notes) Object.assign(best, { notes, start: from + first, piece });
      }
    });
    return best;
  }
}
