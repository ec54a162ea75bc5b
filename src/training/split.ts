/** Train/validation split by whole pieces, so that validation contains no training piece. */
import type { Rows } from '../music/encoding/encoding';
import type { PieceForm } from '../music/form/pieceForm';
import { Random } from '../music/random';
import type { Checkpoint, Lineage } from './checkpoint';

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

/** Pieces that the start of a run was trained on, and those that its last run held out, by id. */
export type KnownPieces = Pick<Lineage, 'pieces' | 'heldOut'>;

/**
 * Deterministic split by pieces and seed, without empty pieces.
 * @param known what the start has heard: such pieces are never held out. Default: nothing.
 */
export function splitPieces(
  pieces: readonly EncodedPiece[],
  seed: number,
  known?: KnownPieces,
): SplitPieces {
  const encoded = pieces.filter(({ rows }) => rows.data.length > 0);
  if (encoded.length < 2) return { training: encoded, validation: [] };
  const order = Array.from({ length: encoded.length }, (_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  const wanted = Math.max(1, Math.round(encoded.length * VALIDATION_SHARE));
  const candidates = known ? unheard(encoded, order, known) : order;
  const held = new Set(candidates.slice(0, wanted));
  return {
    training: encoded.filter((_, i) => !held.has(i)),
    validation: encoded.filter((_, i) => held.has(i)),
  };
}

/**
 * Pieces to hold out from a run that starts from a model: first those that it held out before,
 * then new ones, except the last new one, which is there to be learnt.
 */
function unheard(
  pieces: readonly EncodedPiece[],
  order: readonly number[],
  { pieces: heard, heldOut }: KnownPieces,
): number[] {
  const [heardIds, heldOutIds] = [new Set(heard), new Set(heldOut)];
  const unheardOrder = order.filter((i) => !heardIds.has(pieces[i].id));
  const before = unheardOrder.filter((i) => heldOutIds.has(pieces[i].id));
  const fresh = unheardOrder.filter((i) => !heldOutIds.has(pieces[i].id));
  return [...before, ...fresh.slice(0, -1)];
}

/** The split of a resumed run; undefined where one of its pieces is missing. */
export function splitAs(
  pieces: readonly EncodedPiece[],
  { training, validation }: Checkpoint['trainedOn'],
): SplitPieces | undefined {
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const find = (ids: readonly string[]): EncodedPiece[] => ids.flatMap((id) => byId.get(id) ?? []);
  const split = { training: find(training), validation: find(validation) };
  const found = split.training.length + split.validation.length;
  return found === training.length + validation.length ? split : undefined;
}

export function rowsOf({ rows }: EncodedPiece): number {
  return rows.data.length / rows.width;
}
