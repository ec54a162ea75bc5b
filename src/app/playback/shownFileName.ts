import { takeFileName } from '../compose/takeFileName';
import { fileNameOf } from '../shared/fileNames';
import type { AppState } from '../state';
import type { ShownScore } from './shownScore';

/** Name of a file of the shown score, without its ending. */
export function shownFileName(
  { title, take: shown }: Pick<ShownScore, 'title' | 'take'>,
  { takes, pieces }: Pick<AppState, 'takes' | 'pieces'>,
): string {
  // Snippets of a run are not in the list.
  const take = takes.find(({ id }) => id === shown?.id);
  return take ? takeFileName(take, pieces) : fileNameOf(title);
}
