/**
 * How much of a take is copied: the longest run of notes that also stands, with the same intervals
 * and the same times between them, in a training piece. Transposition does not hide a copy, since
 * only steps from note to note are compared.
 */
import type { Encoding, Rows } from './encoding/encoding';
import { hashNumbers } from './identity';
import { SuffixAutomaton } from './suffixAutomaton';

export interface CopiedRun {
  /** Length of the run in notes; 0 where nothing is shared. */
  notes: number;
  /** Index of the run's first note in the take. */
  start: number;
  /** Index of the piece, and of the run's first note in it. */
  piece: number;
  pieceStart: number;
}

/** The columns that a melody's shape is read from. */
export type ShapeColumns = Pick<Encoding, 'pitchColumn' | 'timeColumn'>;

/** Steps between neighbouring notes, one number each: `[rows - 1]`. */
export function stepsOf(
  { data, width }: Rows,
  { pitchColumn, timeColumn }: ShapeColumns,
): Int32Array<ArrayBuffer> {
  const steps = new Int32Array(Math.max(0, data.length / width - 1));
  for (let i = 0; i < steps.length; i++) {
    const at = (i + 1) * width;
    const interval = data[at + pitchColumn] - data[at - width + pitchColumn];
    steps[i] = interval * TIME_RANGE + (timeColumn === undefined ? 0 : data[at + timeColumn]);
  }
  return steps;
}

/**
 * Key of what the rows hold: equal for two pieces in which the search for copies would see no
 * difference, whatever their transposition.
 */
export function shapeIdentity(rows: Rows, columns: ShapeColumns): string {
  return hashNumbers(stepsOf(rows, columns));
}

/** The same for pieces in one key. */
export function rowsIdentity(rows: Rows, columns: ShapeColumns): string {
  return hashNumbers([rows.data[columns.pitchColumn] ?? 0, ...stepsOf(rows, columns)]);
}

/** More than any time class. */
const TIME_RANGE = 1024;

/**
 * The longest run that the take shares with any of the pieces: the longest common substring, the
 * first of several. Takes time in proportion to take plus pieces.
 * @param from notes before this index are not judged, such as a given opening
 */
export function longestCopy(
  take: Rows,
  pieces: readonly Rows[],
  columns: ShapeColumns,
  from = 0,
): CopiedRun {
  const own = new SuffixAutomaton(stepsOf(take, columns).subarray(from));
  const best: CopiedRun = { notes: 0, start: 0, piece: -1, pieceStart: 0 };
  pieces.forEach((rows, piece) => {
    // A run of steps has one note more.
    const run = own.longestShared(stepsOf(rows, columns), Math.max(0, best.notes - 1));
    if (!run) return;
    best.notes = run.length + 1;
    best.start = from + run.start;
    best.piece = piece;
    best.pieceStart = run.otherStart;
  });
  return best;
}
