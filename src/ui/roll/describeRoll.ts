/** Text of the roll's content, for screen readers. */
import type { NoteOdds } from '../../model/take';
import type { Note } from '../../music/song';
import { t } from '../../texts/t';
import type { BarGrid } from './barGrid';
import { percent } from './oddsScale';
import { pitchName } from './pitchNames';
import type { RollScene } from './rollScene';

/** "64 notes, 16 bars, C3 to G5". */
export function describeRoll({ index, grid }: RollScene): string {
  if (!index.pitches) return t('roll.noNotes');
  const lowest = pitchName(index.pitches.lowest);
  const highest = pitchName(index.pitches.highest);
  return t('roll.summary', {
    notes: index.count,
    bars: grid.positionAt(Math.max(0, index.endTick - 1)).bar,
    range: lowest === highest ? lowest : t('roll.range', { lowest, highest }),
  });
}

/** "Marked from bar 3 on: 9 notes, also in Bethena." */
export function describeMarked({ notes, marked, grid }: RollScene): string {
  const first = marked && notes[marked.from];
  if (!first) return '';
  const { bar } = grid.positionAt(first.tick);
  return t('roll.markedFrom', { bar, count: marked.count, text: marked.text });
}

/** "bar 3, beat 2". */
export function describePlace({ tick }: Pick<Note, 'tick'>, grid: BarGrid): string {
  const { bar, beat } = grid.positionAt(tick);
  return t('roll.place', { bar, beat });
}

/** "E5, bar 3, beat 2. Probability 12 %. Likeliest: C5 31 %, E5 12 %, ...". */
export function describeNote(note: Note, grid: BarGrid, odds: NoteOdds | undefined): string {
  const pitch = pitchName(note.pitch);
  const place = describePlace(note, grid);
  if (!odds) return t('roll.note', { pitch, place });
  const likeliest = odds.likeliest
    .map((other) => `${pitchName(other.pitch)} ${percent(other.probability)}`)
    .join(', ');
  return t('roll.noteWithOdds', {
    pitch,
    place,
    probability: percent(odds.probability),
    likeliest,
  });
}
