/** The tick from which a take is continued, and its text. */
import type { PromptChoice, Take } from '../../app/state';
import { endTick } from '../../music/song';
import { BarGrid } from '../roll/barGrid';

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

/** "Take 3, from bar 5, beat 2" */
export function continuedFrom(take: Take, tick: number): string {
  if (tick >= endTick(take.notes)) return `${take.title}, from its end`;
  const { bar, beat } = new BarGrid(take.timeSignatures, take.ppq).positionAt(tick);
  return `${take.title}, from bar ${bar}${beat > 1 ? `, beat ${beat}` : ''}`;
}

/** The take that the opening names; undefined where it names none, or one that was removed. */
export function promptTake(prompt: PromptChoice, takes: readonly Take[]): Take | undefined {
  return prompt.kind === 'take' ? takes.find(({ id }) => id === prompt.id) : undefined;
}
