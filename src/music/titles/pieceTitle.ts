/** The title of a piece from a file: what is written there, unless that names nothing. */
import { isEmptyTitle } from './emptyTitles';
import { nameWithoutEnding } from './nameWithoutEnding';

/** The title written in the file, or the file's name where that names nothing. */
export function titleOf(written: string, fileName: string): string {
  const byFile = nameWithoutEnding(fileName);
  // A number names nothing in a title, but tells files apart.
  const isFileNamed = /[\p{L}\p{N}]/u.test(byFile);
  return isEmptyTitle(written) && isFileNamed ? byFile : written || byFile;
}
