/** Which of the palette's note colours each note gets. */
import type { NoteOdds } from '../../model/take';
import type { Note } from '../../music/song';
import { surpriseShare } from './oddsScale';

/** Steps from soft to loud. */
export const TOUCH_STEPS = 8;
/** Steps from probable to surprising. */
export const SURPRISE_STEPS = 24;
/** Style of the prompt's notes. */
export const OPENING_STYLE = TOUCH_STEPS + SURPRISE_STEPS;
/** Style of notes that are not learnt. */
export const LEFT_OUT_STYLE = OPENING_STYLE + 1;
export const STYLE_COUNT = LEFT_OUT_STYLE + 1;

/**
 * The odds of the note at `index`. The odds belong to the last notes of a take: the prompt's
 * notes may have none.
 */
export function oddsOf(
  index: number,
  notes: readonly Note[],
  odds: readonly NoteOdds[] | undefined,
  promptNotes: number,
): NoteOdds | undefined {
  if (!odds || index < promptNotes) return undefined;
  return odds[index - (notes.length - odds.length)];
}

interface StyledMusic {
  notes: readonly Note[];
  odds?: readonly NoteOdds[];
  /** Default: 0. */
  promptNotes?: number;
  /** Whether each note is left out of what is learnt. Default: none. */
  leftOut?: readonly boolean[];
}

/** One style a note: by its odds in a take, by its velocity in a piece. */
export function noteStyles({ notes, odds, promptNotes = 0, leftOut }: StyledMusic): Uint8Array {
  return Uint8Array.from(notes, (note, i) => {
    if (leftOut?.[i]) return LEFT_OUT_STYLE;
    if (i < promptNotes) return OPENING_STYLE;
    const drawn = oddsOf(i, notes, odds, promptNotes);
    if (!drawn) return step((note.velocity - 1) / 126, TOUCH_STEPS);
    return TOUCH_STEPS + step(surpriseShare(drawn.probability), SURPRISE_STEPS);
  });
}

function step(share: number, steps: number): number {
  return Math.min(steps - 1, Math.floor(share * steps));
}
