/**
 * Interpolated 5-gram over the same rows, the counting baseline. Each predicted value is
 * conditioned on four earlier values, and the orders are interpolated as Witten and Bell 1991
 * (method C) do. Two choices of these values:
 *
 * - `stream`: the four predicted values just before, in the row and the rows before;
 * - `column`: the row's first predicted value (when), then the column's own in the rows before.
 */
import type { EncodingColumn } from '../../src/music/encoding/encoding.ts';
import type { EncodedPiece } from '../../src/training/split.ts';
import { WittenBell } from './wittenBell.ts';

const ORDER = 5;

export const HISTORIES = ['stream', 'column'] as const;
export type History = (typeof HISTORIES)[number];

export class NGram {
  readonly #columns: readonly EncodingColumn[];
  readonly #predicted: number[];
  readonly #history: History;
  /** One per column. */
  readonly #counts: Map<number, WittenBell>;

  constructor(columns: readonly EncodingColumn[], history: History) {
    this.#columns = columns;
    this.#history = history;
    this.#predicted = columns.flatMap(({ predicted }, i) => (predicted ? [i] : []));
    this.#counts = new Map(
      this.#predicted.map((column) => [column, new WittenBell(ORDER, columns[column].classes)]),
    );
  }

  /** @param transpositions in semitones, each counted once per piece; 0 for the original */
  learn(pieces: readonly EncodedPiece[], transpositions: readonly number[]): void {
    for (const piece of pieces) {
      for (const interval of transpositions) {
        this.#walk(piece, interval, (column, history, value) => {
          this.#counts.get(column)?.count(history, value);
        });
      }
    }
  }

  /** Nats of each predicted column, summed over the pieces. */
  nats(pieces: readonly EncodedPiece[]): number[] {
    const sums = this.#predicted.map(() => 0);
    for (const piece of pieces) {
      this.#walk(piece, 0, (column, history, value) => {
        sums[this.#predicted.indexOf(column)] -= Math.log(
          this.#counts.get(column)?.probability(history, value) ?? 1,
        );
      });
    }
    return sums;
  }

  /** Calls `visit` for each value to predict, with the values before it, newest last. */
  #walk(
    { rows }: EncodedPiece,
    interval: number,
    visit: (column: number, history: readonly number[], value: number) => void,
  ): void {
    const stream: number[] = [];
    const own = new Map(this.#predicted.map((column): [number, number[]] => [column, []]));
    const remember = (values: number[], value: number): void => {
      values.push(value);
      if (values.length >= ORDER) values.shift();
    };
    const [first] = this.#predicted;
    for (let at = 0; at < rows.data.length; at += rows.width) {
      for (const column of this.#predicted) {
        const written = rows.data[at + column];
        if (written < 0) continue;
        const value = this.#columns[column].transposes ? written + interval : written;
        const before = own.get(column) ?? [];
        const when = column === first ? [] : [rows.data[at + first]];
        visit(column, this.#history === 'stream' ? stream : [...before, ...when], value);
        remember(before, value);
        remember(stream, value);
      }
    }
  }
}
