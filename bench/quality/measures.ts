/** All measures of takes: their material, and the evaluation of a group's mean. */
import type { Note } from '../../src/music/song.ts';
import { endsOnTonicTriad, notesPerOnset, semitoneClashes, startsOnGrid } from './score/harmony.ts';
import { inBestScale } from './score/key.ts';
import { bestBarMatch, exactBarRepeats, heardBefore, longestLoop } from './score/repetition.ts';
import type { Score } from './score/score.ts';
import type { RowMeasures } from './takes.ts';

/** A passage with the number of notes of a take. */
export interface Passage {
  notes: readonly Note[];
  /** Compared with pieces that do not contain the passage. */
  measures: RowMeasures;
}

/** Music to measure. */
export interface Material {
  passages: readonly Passage[];
  /** Excerpts with the number of bars of a take. */
  excerpts: readonly Score[];
  /** Whole pieces, or takes. */
  openings: readonly Score[];
  /** Last bars of pieces, as many as in a take, or takes. */
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

/** Ordered as in the tables. */
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

/** Values of each measure, one per passage, excerpt, opening or ending. */
export type Values = ReadonlyMap<Measure, readonly number[]>;

/** True-or-false measures of one take, as 1 or 0, without an upper limit. */
export const BINARY_MEASURES: ReadonlySet<Measure> = new Set<Measure>([
  'endsOnTonicTriad',
  'startsOnGrid',
]);

/** Measures whose mean should be near that of real music, in addition to lying in its band. */
export const NEAR_THE_MEAN: readonly Measure[] = [
  'polyphony',
  'distinctFourGrams',
  'heardBefore',
  'notesPerOnset',
];

export function valuesOf(material: Material): Values {
  return new Map(table.map(([measure, take]) => [measure, take(material)]));
}
