import type { Piece } from '../../app/library/libraryState';

/** Pieces whose title, composer or file name holds every word that is typed, in any order. */
export function findPieces(pieces: readonly Piece[], typed: string): readonly Piece[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return pieces;
  return pieces.filter(({ title, fileName, song: { composer = '' } }) => {
    const text = fold(`${title} ${composer} ${fileName}`);
    return words.every((word) => text.includes(word));
  });
}

/** Without case and accents: "debussy reverie" finds "Rêverie". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
