/** Titles of pieces: those written in files, unless they name nothing or many pieces alike. */
import { isEmptyTitle } from './emptyTitles';

/** Pieces with one title, from which on the title tells none of them from the others. */
const MANY_ALIKE = 3;

interface Titled {
  title: string;
  fileName: string;
}

/** The title written in the file, or the file's name where that names nothing. */
export function titleOf(written: string, fileName: string): string {
  const byFile = nameWithoutEnding(fileName);
  // A number names nothing in a title, but tells files apart.
  const isFileNamed = /[\p{L}\p{N}]/u.test(byFile);
  return isEmptyTitle(written) && isFileNamed ? byFile : written || byFile;
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

/** `folder/Piece.mid` -> `Piece` */
function nameWithoutEnding(fileName: string): string {
  const name = fileName.slice(fileName.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]{1,5}$/, '') || name;
}
