/**
 * Encoding "form": the rows of "studio" with derived columns in between, which follow from the
 * piece so far, from the row so far, and from the conditions of the piece: its style, its key, its
 * length and its plan. One more predicted column states whether the piece ends with the note.
 */
import { barsOf } from '../form/collect';
import { FORM_COLUMNS, formColumns } from '../form/columns';
import type { Conditions } from '../form/conditions';
import { FormDerivation } from '../form/derivation';
import { keyOfBars } from '../form/key';
import { planOf } from '../form/plan';
import type { Note, Song } from '../song';
import type { Encoding, Rows } from './encoding';
import { gridNotes, STUDIO_COLUMNS, studio } from './studio';
import { GRID_PPQ } from './tickClasses';

const WIDTH = formColumns.length;
/** 2 added the style. */
const FORM_VERSION = 2;

/** Conditions of a piece, derived from all of it. */
function conditionsOf(song: Song): Conditions {
  const { meters } = gridNotes(song);
  const bars = barsOf(studio.encode(song), STUDIO_COLUMNS, meters);
  const last = bars.at(-1);
  const lastPlace = last && (last.onsets.at(-1)?.place ?? 0) / last.ticks;
  return { meters, key: keyOfBars(bars), bars: bars.length, plan: planOf(bars), lastPlace };
}

function encode(song: Song, conditions = conditionsOf(song)): Rows {
  const plain = studio.encode(song);
  const derivation = new FormDerivation(conditions);
  const count = plain.data.length / plain.width;
  const data = new Int16Array(count * WIDTH);
  for (let index = 0; index < count; index++) {
    const from = index * plain.width;
    const row: number[] = [];
    for (const [column, own] of DRAWN) {
      derivation.complete(row);
      if (row.length !== column) throw new Error('The columns are out of order.');
      row.push(own < 0 ? Number(index === count - 1) : plain.data[from + own]);
    }
    derivation.read(row);
    data.set(row, index * WIDTH);
  }
  return { width: WIDTH, data };
}

/** Index in "studio" of each drawn column; -1 for the end. */
const DRAWN: readonly (readonly [number, number])[] = [
  [FORM_COLUMNS.time, STUDIO_COLUMNS.time],
  [FORM_COLUMNS.end, -1],
  [FORM_COLUMNS.pitch, STUDIO_COLUMNS.pitch],
  [FORM_COLUMNS.velocity, STUDIO_COLUMNS.velocity],
  [FORM_COLUMNS.duration, STUDIO_COLUMNS.duration],
];

/** Rows without derived columns. */
export function studioRows({ data }: Rows): Rows {
  const width = studio.columns.length;
  const count = data.length / WIDTH;
  const plain = new Int16Array(count * width);
  for (let row = 0; row < count; row++) {
    plain.set(
      [
        data[row * WIDTH + FORM_COLUMNS.time],
        data[row * WIDTH + FORM_COLUMNS.meter],
        data[row * WIDTH + FORM_COLUMNS.bar],
        data[row * WIDTH + FORM_COLUMNS.beat],
        data[row * WIDTH + FORM_COLUMNS.pitch],
        data[row * WIDTH + FORM_COLUMNS.duration],
        data[row * WIDTH + FORM_COLUMNS.velocity],
      ],
      row * width,
    );
  }
  return { width, data: plain };
}

function decode(rows: Rows): Note[] {
  return studio.decode(studioRows(rows));
}

export const form: Encoding = {
  id: 'form',
  version: FORM_VERSION,
  columns: formColumns,
  pitchColumn: FORM_COLUMNS.pitch,
  timeColumn: FORM_COLUMNS.time,
  ppq: GRID_PPQ,
  encode,
  onsets: studio.onsets,
  decode,
  conditionsOf,
  derive: (conditions) => new FormDerivation(conditions),
};
