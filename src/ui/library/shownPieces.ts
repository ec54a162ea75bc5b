/** The pieces that the list shows: all, or those found by the words in the field above it. */
import type { Piece } from '../../app/library/libraryState';
import type { AppState } from '../../app/state';
import { findPieces } from './findPieces';

/** Number of pieces from which the list has a search field. */
const MANY = 12;

type Library = Pick<AppState, 'pieces' | 'sought'>;

export function hasSearch({ pieces }: Library): boolean {
  return pieces.length > MANY;
}

/** Whether words are sought, so that the list may be shorter than the library. */
export function isFiltered(library: Library): boolean {
  return hasSearch(library) && library.sought.trim() !== '';
}

export function shownPieces(library: Library): readonly Piece[] {
  return isFiltered(library) ? findPieces(library.pieces, library.sought) : library.pieces;
}
