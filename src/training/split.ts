/**
 * Train/validation split by whole pieces. Copies of a piece, in another key too, stay with it, so
 * that validation contains no training piece.
 */
import { rowsIdentity, type ShapeColumns, shapeIdentity } from '../music/copying';
import type { Rows } from '../music/encoding/encoding';
import type { PieceForm } from '../music/form/pieceForm';
import { Random } from '../music/random';

/** Share of validation pieces; at least one of two or more. */
const VALIDATION_SHARE = 0.1;

export interface EncodedPiece {
  id: string;
  rows: Rows;
  /** Default: none (encodings without form). */
  form?: PieceForm;
}

export interface SplitPieces {
  training: readonly EncodedPiece[];
  validation: readonly EncodedPiece[];
}

/**
 * Deterministic split by pieces and seed, without empty pieces.
 * @param columns of the encoding, by which copies are recognised
 */
export function splitPieces(
  pieces: readonly EncodedPiece[],
  seed: number,
  columns: ShapeColumns,
): SplitPieces {
  const encoded = pieces.filter(({ rows }) => rows.data.length > 0);
  const shapes = encoded.map(({ rows }) => shapeIdentity(rows, columns));
  // One work in several keys: then each key counts as a work.
  const isOneWork = new Set(shapes).size < 2;
  const keys = isOneWork ? encoded.map(({ rows }) => rowsIdentity(rows, columns)) : shapes;
  const works = [...new Set(keys)];
  if (works.length < 2) return { training: encoded, validation: [] };
  const order = works.map((_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  const count = Math.max(1, Math.round(works.length * VALIDATION_SHARE));
  const held = new Set(order.slice(0, count).map((i) => works[i]));
  return {
    training: encoded.filter((_, i) => !held.has(keys[i])),
    validation: encoded.filter((_, i) => held.has(keys[i])),
  };
}

export function rowsOf({ rows }: EncodedPiece): number {
  return rows.data.length / rows.width;
}
