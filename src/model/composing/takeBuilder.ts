/** Collects the rows of one take as they are sampled, and decodes them to notes. */

import type { Encoding, Rows } from '../../music/encoding/encoding';
import type { Note } from '../../music/song';
import { t } from '../../texts/t';
import type { Closing, ComposedRow } from '../composer';
import type { NoteOdds } from '../take';
import type { ComposedTake, ComposeProgress } from './contract';

/** What is wrong with a take, as the text `takes.seedTried` distinguishes it. */
export type TakeFault = 'silence' | 'dense' | 'one note';

export class TakeBuilder {
  /** Index of the take among those composed at once. */
  readonly take: number;
  readonly seed: number;
  readonly #encoding: Encoding;
  readonly #prompt: Rows;
  readonly #remarks: string[];
  readonly #rows: number[] = [];
  readonly #odds: NoteOdds[] = [];
  /** The closing chord's notes, by row. */
  readonly #closing = new Map<number, Closing>();

  #early = false;

  constructor(
    take: number,
    seed: number,
    encoding: Encoding,
    prompt: Rows,
    remarks: string[] = [],
  ) {
    this.take = take;
    this.seed = seed;
    this.#encoding = encoding;
    this.#prompt = prompt;
    this.#remarks = remarks;
  }

  get rows(): Rows {
    return { width: this.#prompt.width, data: Int16Array.from(this.#rows) };
  }

  get composed(): ComposedTake {
    return {
      notes: this.#notes(),
      odds: [...this.#odds],
      seed: this.seed,
      promptNotes: Math.min(this.#odds.length, this.#prompt.data.length / this.#prompt.width),
      remarks: this.#remarks,
    };
  }

  /** Whether the take was ended before its length was reached, since it was stuck. */
  get endedEarly(): boolean {
    return this.#early || [...this.#closing.values()].some(({ early }) => early);
  }

  progress(of: number): ComposeProgress {
    return { take: this.take, of, ppq: this.#encoding.ppq, composed: this.composed };
  }

  add({ row, odds, closing, early }: ComposedRow): void {
    if (early) this.#early = true;
    if (closing) this.#closing.set(this.#odds.length, closing);
    this.#rows.push(...row);
    this.#odds.push(odds);
  }

  /** The same take from the start, its seed moved on by `step`. */
  retry(fault: TakeFault, step: number): TakeBuilder {
    const seed = this.seed + step;
    const remark = t('takes.seedTried', { seed: this.seed, fault, next: seed });
    return new TakeBuilder(this.take, seed, this.#encoding, this.#prompt, [
      ...this.#remarks,
      remark,
    ]);
  }

  /** Nothing sounds past the closing chord, and that stands on its bar line. */
  #notes(): Note[] {
    const [end] = [...this.#closing.values()];
    return this.#encoding.decode(this.rows).map((note, i) => {
      const closing = this.#closing.get(i);
      if (closing) return { ...note, tick: closing.tick, duration: closing.duration };
      return end ? { ...note, duration: Math.min(note.duration, end.tick - note.tick) } : note;
    });
  }
}
