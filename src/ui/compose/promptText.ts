/** The tick from which a take is continued, and its text. */
import type { Take } from '../../app/compose/take';
import { endTick } from '../../music/song';
import { t } from '../../texts/t';
import { BarGrid, placeText } from '../roll/barGrid';

/**
 * The tick from which a take is continued: the playhead, or the end where nothing of
 * the take lies before the playhead, or nothing behind it.
 * @param playhead in ticks of the take; absent where another one is shown
 */
export function continueTick({ notes }: Pick<Take, 'notes'>, playhead?: number): number {
  const end = endTick(notes);
  if (playhead === undefined || playhead >= end) return end;
  const tick = Math.round(playhead);
  return notes.some((note) => note.tick < tick) ? tick : end;
}

/**
 * "opens with Solace", "continues Take 3 from bar 5.2"
 * @returns undefined for a take without an opening
 */
export function openingText(take: Take): string | undefined {
  const { promptTitle, promptSource } = take;
  if (!promptTitle) return undefined;
  if (promptSource?.kind !== 'take') return t('takes.opensWith', { title: promptTitle });
  const grid = new BarGrid(take.timeSignatures, take.ppq);
  const place = placeText(grid.positionAt(promptSource.tick));
  return t('takes.continuesFrom', { title: promptTitle, place });
}
