/** Every measure of takes: what it is taken of, and how its group's mean is judged. */
import type { Note } from '../../src/music/song.ts';
import { endsOnTonicTriad, notesPerOnset, semitoneClashes, startsOnGrid } from './score/harmony.ts';
import { inBestScale } from './score/key.ts';
import { bestBarMatch, exactBarRepeats, heardBefore, longestLoop } from './score/repetition.ts';
import type { Score } from './score/score.ts';
import type { RowMeasures } from './takes.ts';

/** As many notes as a take has. */
export interface Passage {
  notes: readonly Note[];
  /** Beside music that the passage is no part of. */
  measures: RowMeasures;
}

/** Music to be measured. */
export interface Material {
  passages: readonly Passage[];
  /** As many bars as a take has. */
  excerpts: readonly Score[];
  /** Whole pieces, or takes. */
  openings: readonly Score[];
  /** The last bars of pieces, as many as a take has, or takes. */
  endings: readonly Score[];
}

type Taken = (material: Material) => number[];

const ofRows =
  (key: keyof RowMeasures): Taken =>
  ({ passages }) =>
    passages.map(({ measures }) => measures[key]);

const ofNotes =
  (measure: (notes: readonly Note[]) => number): Taken =>
  ({ passages }) =>
    passages.map(({ notes }) => measure(notes));

const ofExcerpts =
  (measure: (excerpt: Score) => number): Taken =>
  ({ excerpts }) =>
    excerpts.map(measure);

/** In the order of the tables. */
const table = [
  ['pitchClassOverlap', ofRows('pitchClassOverlap')],
  ['intervalOverlap', ofRows('intervalOverlap')],
  ['durationOverlap', ofRows('durationOverlap')],
  ['polyphony', ofRows('polyphony')],
  ['emptyBeats', ofRows('emptyBeats')],
  ['distinctFourGrams', ofRows('distinctFourGrams')],
  ['longestCopy', ofRows('longestCopy')],
  ['heardBefore', ofNotes(heardBefore)],
  ['notesPerOnset', ofNotes(notesPerOnset)],
  ['inBestScale', ofNotes(inBestScale)],
  ['semitoneClashes', ofNotes(semitoneClashes)],
  ['exactBarRepeats', ofExcerpts(exactBarRepeats)],
  ['bestBarMatch', ofExcerpts(bestBarMatch)],
  ['longestLoop', ofExcerpts(longestLoop)],
  ['endsOnTonicTriad', ({ endings }) => endings.map((score) => Number(endsOnTonicTriad(score)))],
  ['startsOnGrid', ({ openings }) => openings.map((score) => Number(startsOnGrid(score)))],
] as const satisfies readonly (readonly [string, Taken])[];

export type Measure = (typeof table)[number][0];

export const MEASURES: readonly Measure[] = table.map(([measure]) => measure);

/** Each measure of every passage, excerpt, opening or ending. */
export type Values = ReadonlyMap<Measure, readonly number[]>;

/** Measures that are true or false of one take, as 1 or 0. A higher share is no fault. */
export const BINARY_MEASURES: ReadonlySet<Measure> = new Set<Measure>([
  'endsOnTonicTriad',
  'startsOnGrid',
]);

/** Measures whose mean is to be near that of real music, and not only within its band. */
export const NEAR_THE_MEAN: readonly Measure[] = [
  'polyphony',
  'distinctFourGrams',
  'heardBefore',
  'notesPerOnset',
];

export function valuesOf(material: Material): Values {
  return new Map(table.map(([measure, take]) => [measure, take(material)]));
}
