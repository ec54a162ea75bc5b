/**
 * An interpolated 5-gram over the same rows: what counting alone predicts. Each predicted value is
 * conditioned on four values before it, and the orders are interpolated as Witten and Bell 1991
 * (method C) do. Which four, there are two ways to say:
 *
 * - `stream`: the four predicted values just before, in the row and the rows before;
 * - `column`: the row's first predicted value (when), then the column's own in the rows before.
 */
import type { EncodingColumn } from '../../src/music/encoding/encoding.ts';
import type { EncodedPiece } from '../../src/training/split.ts';

const ORDER = 5;

export const HISTORIES = ['stream', 'column'] as const;
export type History = (typeof HISTORIES)[number];

interface Context {
  total: number;
  counts: Map<number, number>;
}

export class NGram {
  readonly #columns: readonly EncodingColumn[];
  readonly #predicted: number[];
  /** By order and context. */
  readonly #contexts = Array.from({ length: ORDER }, () => new Map<string, Context>());

  readonly #history: History;

  constructor(columns: readonly EncodingColumn[], history: History) {
    this.#columns = columns;
    this.#history = history;
    this.#predicted = columns.flatMap(({ predicted }, i) => (predicted ? [i] : []));
  }

  /** @param transpositions semitones by which each piece is counted once more, 0 for as it is */
  learn(pieces: readonly EncodedPiece[], transpositions: readonly number[]): void {
    for (const piece of pieces) {
      for (const interval of transpositions) {
        this.#walk(piece, interval, (column, history, value) => {
          for (let order = 0; order < ORDER; order++) this.#count(order, column, history, value);
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
          this.#probability(column, history, value),
        );
      });
    }
    return sums;
  }

  /** Calls `visit` for each value there is to predict, with those before it, newest last. */
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

  #key(order: number, column: number, history: readonly number[]): string {
    return `${column}|${order === 0 ? '' : history.slice(-order).join()}`;
  }

  #count(order: number, column: number, history: readonly number[], value: number): void {
    const key = this.#key(order, column, history);
    let context = this.#contexts[order].get(key);
    if (!context) {
      context = { total: 0, counts: new Map() };
      this.#contexts[order].set(key, context);
    }
    context.total++;
    context.counts.set(value, (context.counts.get(value) ?? 0) + 1);
  }

  #probability(column: number, history: readonly number[], value: number): number {
    let probability = 1 / this.#columns[column].classes;
    for (let order = 0; order < ORDER; order++) {
      const context = this.#contexts[order].get(this.#key(order, column, history));
      if (!context) break;
      // The weight of what was seen grows with how often, and shrinks with how variedly.
      const seen = context.counts.get(value) ?? 0;
      const types = context.counts.size;
      probability = (seen + types * probability) / (context.total + types);
    }
    return probability;
  }
}
