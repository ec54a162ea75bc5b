/** Text of the roll's content, for screen readers. */
import { plural } from '../../lib/counts';
import type { NoteOdds } from '../../model/take';
import type { Note } from '../../music/song';
import type { BarGrid } from './barGrid';
import { percent } from './oddsScale';
import { pitchName } from './pitchNames';
import type { RollScene } from './rollScene';

/** "64 notes, 16 bars, C3 to G5". */
export function describeRoll({ index, grid }: RollScene): string {
  if (!index.pitches) return 'No notes';
  const { lowest, highest } = index.pitches;
  const bars = grid.positionAt(Math.max(0, index.endTick - 1)).bar;
  return [
    plural(index.count, 'note'),
    plural(bars, 'bar'),
    lowest === highest ? pitchName(lowest) : `${pitchName(lowest)} to ${pitchName(highest)}`,
  ].join(', ');
}

/** "Marked from bar 3 on: 9 notes, also in Bethena." */
export function describeMarked({ notes, marked, grid }: RollScene): string {
  const first = marked && notes[marked.from];
  if (!first) return '';
  const { bar } = grid.positionAt(first.tick);
  return `Marked from bar ${bar} on: ${marked.count} notes, ${marked.text}.`;
}

/** "bar 3, beat 2". */
export function describePlace(note: Note, grid: BarGrid): string {
  const { bar, beat } = grid.positionAt(note.tick);
  return `bar ${bar}, beat ${beat}`;
}

/** "E5, bar 3, beat 2. Probability 12%. Likeliest: C5 31%, E5 12%, ...". */
export function describeNote(note: Note, grid: BarGrid, odds: NoteOdds | undefined): string {
  const name = `${pitchName(note.pitch)}, ${describePlace(note, grid)}.`;
  if (!odds) return name;
  const likeliest = odds.likeliest.map((o) => `${pitchName(o.pitch)} ${percent(o.probability)}`);
  return `${name} Probability ${percent(odds.probability)}. Likeliest: ${likeliest.join(', ')}.`;
}
