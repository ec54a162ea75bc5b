/** Call and response: what answers a call, and where in the take the answer begins. */
import { presets } from '../../model/preset';
import { barLineBefore } from '../../music/time';
import type { Take } from '../compose/take';
import type { Piece } from '../library/libraryState';

/** Length of an answer in bars: that of its call, within these. */
const SHORTEST = 2;
const LONGEST = 8;
/** The same for models that count notes. */
const FEWEST_NOTES = 8;
const MOST_NOTES = 64;

/** Length of the answer in the preset's unit. */
export function answerLength({ bars, notes }: Piece, preset: keyof typeof presets): number {
  return presets[preset].composing.lengthUnit === 'bars'
    ? Math.min(LONGEST, Math.max(SHORTEST, bars))
    : Math.min(MOST_NOTES, Math.max(FEWEST_NOTES, notes));
}

/**
 * The bar line from which the answer is played, so that it falls in with the beat; the first note
 * itself where its bar began with the call.
 * @returns ticks of the take; undefined where nothing was composed
 */
export function answerStart({
  notes,
  promptNotes,
  timeSignatures,
  ppq,
}: Pick<Take, 'notes' | 'promptNotes' | 'timeSignatures' | 'ppq'>): number | undefined {
  const first = notes[promptNotes];
  if (!first) return undefined;
  const bar = barLineBefore(first.tick, timeSignatures, ppq);
  const last = notes[promptNotes - 1];
  return last && last.tick >= bar ? first.tick : bar;
}
