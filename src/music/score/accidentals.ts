/** Which notes need a sign: those that differ from the key signature and the bar so far. */
import type { ScoreEvent, ScoreNote, Spelling } from './score';

export type Accidental = 'flat-flat' | 'flat' | 'natural' | 'sharp' | 'double-sharp';

/** The sign of a note of an event; undefined for none. */
export type SignOf = (event: ScoreEvent, note: ScoreNote) => Accidental | undefined;

const NAMES: Readonly<Record<number, Accidental>> = {
  [-2]: 'flat-flat',
  [-1]: 'flat',
  0: 'natural',
  1: 'sharp',
  2: 'double-sharp',
};
/** Order of sharps in a signature; flats come from its end. */
const SHARPS: readonly Spelling['step'][] = ['F', 'C', 'G', 'D', 'A', 'E', 'B'];

/** @param events of one bar of one staff, all voices, in any order */
export function signsOfBar(events: readonly ScoreEvent[], fifths: number): SignOf {
  const inForce = new Map<string, number>();
  const signs = new Map<ScoreEvent, Map<ScoreNote, Accidental>>();
  for (const event of events.toSorted((a, b) => a.tick - b.tick)) {
    const own = new Map<ScoreNote, Accidental>();
    for (const note of event.notes) {
      const line = `${note.step}${note.octave}`;
      const before = inForce.get(line) ?? alterInKey(note.step, fifths);
      // A tie carries its sign over the bar line, for its own note only.
      if (event.tiedFrom || before === note.alter) continue;
      inForce.set(line, note.alter);
      own.set(note, NAMES[note.alter]);
    }
    signs.set(event, own);
  }
  return (event, note) => signs.get(event)?.get(note);
}

function alterInKey(step: Spelling['step'], fifths: number): number {
  const place = SHARPS.indexOf(step);
  if (fifths > 0) return place < fifths ? 1 : 0;
  return place >= SHARPS.length + fifths ? -1 : 0;
}
