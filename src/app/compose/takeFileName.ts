/** Name of a take's file, without its ending. */
import { t } from '../../texts/t';
import type { Piece } from '../library/libraryState';
import { fileNameOf, localDate } from '../shared/fileNames';
import type { Take } from './take';
import { isNumberedTitle } from './takeNumbers';

/** Characters of a piece's title in the name of a take. */
const LONGEST_HINT = 60;

/**
 * `Etude 2026-11-26 take 3 (The Entertainer)`, with the piece whose plan the take follows; a renamed
 * take has its title as name.
 */
export function takeFileName(
  take: Pick<Take, 'title' | 'number' | 'form' | 'made'>,
  pieces: readonly Pick<Piece, 'id' | 'title'>[],
): string {
  const { title, number, form, made } = take;
  if (!isNumberedTitle(title, number)) return fileNameOf(title);
  const planned = pieces.find(({ id }) => id === form?.planOf)?.title;
  const date = localDate(made ?? Date.now());
  const name = planned
    ? t('takes.fileNameAfter', { date, number, piece: planned.slice(0, LONGEST_HINT).trim() })
    : t('takes.fileName', { date, number });
  return fileNameOf(name);
}
