/** Train/validation split by whole pieces, so that validation contains no training piece. */
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

/** Deterministic split by pieces and seed, without empty pieces. */
export function splitPieces(pieces: readonly EncodedPiece[], seed: number): SplitPieces {
  const encoded = pieces.filter(({ rows }) => rows.data.length > 0);
  if (encoded.length < 2) return { training: encoded, validation: [] };
  const order = Array.from({ length: encoded.length }, (_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  const held = new Set(order.slice(0, Math.max(1, Math.round(encoded.length * VALIDATION_SHARE))));
  return {
    training: encoded.filter((_, i) => !held.has(i)),
    validation: encoded.filter((_, i) => held.has(i)),
  };
}

export function rowsOf({ rows }: EncodedPiece): number {
  return rows.data.length / rows.width;
}
