/**
 * The second halves of ties that come from the page before. The library sees one page at a time,
 * and draws no tie whose beginning it does not know.
 */
import type { GraphicalMeasure, GraphicalNote } from 'opensheetmusicdisplay';
import type { Score } from '../../music/score/score';

/** Where a note's head stands, and where its tie bends to, in units of the drawing. */
export interface TiedHead {
  left: number;
  middle: number;
  /** Away from the stem. */
  bends: 'up' | 'down';
}

/** In units of the drawing, whose staff lines are 10 apart. */
const LENGTH = 13;
const GAP = 1;
const RISE = 7;
const BEND = { outer: 8, inner: 5 };

/** The library's pitches begin an octave higher than MIDI's. */
const PITCH_OF_ZERO = 12;

/**
 * Heads of the notes that continue those of the bar before.
 * @param bar index of the bar in the score
 * @param staves that bar as engraved, from the uppermost staff down
 */
export function tiedHeads(
  { parts, bars }: Score,
  bar: number,
  staves: readonly GraphicalMeasure[],
): TiedHead[] {
  const written = parts.flatMap((part) => part.staves.map((staff) => staff[bar]));
  return written.flatMap(({ voices }, i) => {
    const starting = voices
      .map(({ events }) => events[0])
      .filter(({ tiedFrom, tick }) => tiedFrom && tick === bars[bar].tick);
    const pitches = new Set(starting.flatMap(({ notes }) => notes.map(({ pitch }) => pitch)));
    return notesAtStart(staves[i])
      .filter(({ sourceNote }) => pitches.has(sourceNote.halfTone + PITCH_OF_ZERO))
      .flatMap(headOf);
  });
}

function notesAtStart(measure: GraphicalMeasure): GraphicalNote[] {
  return measure.staffEntries
    .filter(({ relInMeasureTimestamp }) => relInMeasureTimestamp.RealValue === 0)
    .flatMap(({ graphicalVoiceEntries }) => graphicalVoiceEntries.flatMap(({ notes }) => notes));
}

/** None for a note that is not drawn. */
function headOf(note: GraphicalNote): TiedHead[] {
  if (!('getSVGGElement' in note) || typeof note.getSVGGElement !== 'function') return [];
  const group: unknown = note.getSVGGElement();
  if (!(group instanceof SVGGraphicsElement)) return [];
  // A chord is one group; its heads stand in the order of its notes.
  const heads = [...group.querySelectorAll<SVGGraphicsElement>('.vf-notehead')];
  const head = heads[note.parentVoiceEntry.notes.indexOf(note)];
  if (!head) return [];
  const { x, y, height } = head.getBBox();
  const middle = y + height / 2;
  const stem = group.querySelector<SVGGraphicsElement>('.vf-stem')?.getBBox();
  const isStemUp = stem !== undefined && stem.y + stem.height / 2 < middle;
  return [{ left: x, middle, bends: isStemUp ? 'down' : 'up' }];
}

/** Half an arc that ends at a head. */
export function tieTo({ left, middle, bends }: TiedHead): SVGPathElement {
  const down = bends === 'down' ? 1 : -1;
  const [from, to] = [left - GAP - LENGTH, left - GAP];
  const y = middle + down * RISE;
  const centre = (from + to) / 2;
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('class', 'incoming-tie');
  path.setAttribute(
    'd',
    `M${from} ${y}Q${centre} ${y + down * BEND.outer} ${to} ${y}Q${centre} ${y + down * BEND.inner} ${from} ${y}Z`,
  );
  return path;
}
