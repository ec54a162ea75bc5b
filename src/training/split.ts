/**
 * Train/validation split by whole pieces. Copies of a piece, in another key too, stay with it, so
 * that validation contains no training piece.
 */
import { type ComparedPiece, copiesAmong } from '../music/copies';
import type { ShapeColumns } from '../music/copying';
import type { PieceForm } from '../music/form/pieceForm';
import { Random } from '../music/random';
import type { Checkpoint, Lineage } from './checkpoint';

/** Share of validation pieces; at least one of two or more. */
const VALIDATION_SHARE = 0.1;

export interface EncodedPiece extends ComparedPiece {
  id: string;
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
 * @param columns of the encoding, by which copies are recognised
 * @param known what the start has heard: such pieces are never held out. Default: nothing.
 */
export function splitPieces(
  pieces: readonly EncodedPiece[],
  seed: number,
  columns: ShapeColumns,
  known?: KnownPieces,
): SplitPieces {
  const encoded = pieces.filter(({ rows }) => rows.data.length > 0);
  const shapes = copiesAmong(encoded, columns, 'work');
  // One work in several keys: then each key counts as a work.
  const keys = new Set(shapes).size < 2 ? copiesAmong(encoded, columns, 'music') : shapes;
  const works = [...new Set(keys)];
  if (works.length < 2) return { training: encoded, validation: [] };
  const order = works.map((_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  const shuffled = order.map((i) => works[i]);
  const candidates = known ? unheard(shuffled, encoded, keys, known) : shuffled;
  const held = new Set(
    candidates.slice(0, Math.max(1, Math.round(works.length * VALIDATION_SHARE))),
  );
  return {
    training: encoded.filter((_, i) => !held.has(keys[i])),
    validation: encoded.filter((_, i) => held.has(keys[i])),
  };
}

/**
 * Works to hold out from a run that starts from a model: first those that it held out before, then
 * new ones, except the last new one, which is there to be learnt.
 * @param keys work of each piece
 */
function unheard(
  works: readonly number[],
  pieces: readonly EncodedPiece[],
  keys: readonly number[],
  known: KnownPieces,
): number[] {
  const worksOf = (ids: readonly string[]): Set<number> => {
    const wanted = new Set(ids);
    return new Set(keys.filter((_, i) => wanted.has(pieces[i].id)));
  };
  const [heard, heldOut] = [worksOf(known.pieces), worksOf(known.heldOut)];
  const candidates = works.filter((work) => !heard.has(work));
  const before = candidates.filter((work) => heldOut.has(work));
  const fresh = candidates.filter((work) => !heldOut.has(work));
  return [...before, ...fresh.slice(0, -1)];
}

/** The split of a resumed run; undefined where one of its pieces is missing, or none is known. */
export function splitAs(
  pieces: readonly EncodedPiece[],
  { training, validation }: Checkpoint['trainedOn'],
): SplitPieces | undefined {
  if (training.length === 0) return undefined;
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const find = (ids: readonly string[]): EncodedPiece[] => ids.flatMap((id) => byId.get(id) ?? []);
  const split = { training: find(training), validation: find(validation) };
  const found = split.training.length + split.validation.length;
  return found === training.length + validation.length ? split : undefined;
}

/**
 * The split with the pieces that it does not have yet in training, except copies of held-out ones.
 * @param columns of the encoding, by which copies are recognised
 */
export function withNewPieces(
  { training, validation }: SplitPieces,
  pieces: readonly EncodedPiece[],
  columns: ShapeColumns,
): SplitPieces {
  const known = new Set([...training, ...validation].map(({ id }) => id));
  const fresh = pieces.filter(({ id, rows }) => rows.data.length > 0 && !known.has(id));
  const works = copiesAmong([...validation, ...fresh], columns, 'work');
  const heldOut = new Set(works.slice(0, validation.length));
  const added = fresh.filter((_, i) => !heldOut.has(works[validation.length + i]));
  return { training: [...training, ...added], validation };
}

export function rowsOf({ rows }: EncodedPiece): number {
  return rows.data.length / rows.width;
}
