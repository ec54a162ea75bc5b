/** Text of the roll's content, for screen readers. */
import type { NoteOdds } from '../../model/take';
import type { Note } from '../../music/song';
import { t } from '../../texts/t';
import { type BarGrid, placeText } from './barGrid';
import { percent } from './oddsScale';
import { pitchName } from './pitchNames';
import { fifthsAt, type RollScene } from './rollScene';

/** "64 notes, 16 bars, C3 to G5". */
export function describeRoll(scene: RollScene): string {
  const { index, grid } = scene;
  if (!index.pitches) return t('roll.noNotes');
  const fifths = fifthsAt(scene, 0);
  const lowest = pitchName(index.pitches.lowest, fifths);
  const highest = pitchName(index.pitches.highest, fifths);
  return t('roll.summary', {
    notes: index.count,
    bars: grid.positionAt(Math.max(0, index.endTick - 1)).bar,
    range: lowest === highest ? lowest : t('roll.range', { lowest, highest }),
  });
}

/** "Marked from bar 3.1 on: 9 notes, also in Bethena." */
export function describeMarked({ notes, marked, grid }: RollScene): string {
  const first = marked && notes[marked.from];
  if (!first) return '';
  const place = placeText(grid.positionAt(first.tick));
  return t('roll.markedFrom', { place, count: marked.count, text: marked.text });
}

/** "64 notes are not learnt."; empty where all are. */
export function describeLeftOut({ leftOut }: RollScene): string {
  return leftOut > 0 ? t('roll.leftOutNotes', { count: leftOut }) : '';
}

/** "bar 3.2". */
export function describePlace({ tick }: Pick<Note, 'tick'>, grid: BarGrid): string {
  return t('roll.place', { place: placeText(grid.positionAt(tick)) });
}

/** "E5, bar 3.2. Probability 12 %. Likeliest: C5 31 %, E5 12 %, ...". */
export function describeNote(note: Note, scene: RollScene, odds: NoteOdds | undefined): string {
  const fifths = fifthsAt(scene, note.tick);
  const pitch = pitchName(note.pitch, fifths);
  const place = describePlace(note, scene.grid);
  if (!odds) return t('roll.note', { pitch, place });
  const likeliest = odds.likeliest
    .map((other) => `${pitchName(other.pitch, fifths)} ${percent(other.probability)}`)
    .join(', ');
  return t('roll.noteWithOdds', {
    pitch,
    place,
    probability: percent(odds.probability),
    likeliest,
  });
}
