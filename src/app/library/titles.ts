/** Titles of pieces in the list: those of their songs, unless they name many pieces alike. */
import { nameWithoutEnding } from '../../music/titles/nameWithoutEnding';

/** Pieces with one title, from which on the title tells none of them from the others. */
const MANY_ALIKE = 3;

interface Titled {
  title: string;
  fileName: string;
}

/** Gives the names of their files to pieces that share a title with many others. */
export function tellApart<T extends Titled>(pieces: readonly T[]): T[] {
  const files = new Map<string, Set<string>>();
  for (const { title, fileName } of pieces) {
    const names = files.get(title) ?? new Set();
    files.set(title, names.add(nameWithoutEnding(fileName)));
  }
  return pieces.map((piece) => {
    if ((files.get(piece.title)?.size ?? 0) < MANY_ALIKE) return piece;
    const title = nameWithoutEnding(piece.fileName);
    return title === piece.title ? piece : { ...piece, title };
  });
}
