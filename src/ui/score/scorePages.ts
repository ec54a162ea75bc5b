/** The pages of a score: engraved in order, one at a time, and kept near the one that is shown. */
import type { EngravedPage, PageSize } from './engravedPage';
import type { Engraver } from './engraver';

/** Drawings in memory; others are engraved again when wanted. */
const MOST_KEPT = 24;

export interface FoundPage {
  /** From 0. */
  index: number;
  page: EngravedPage;
}

export class ScorePages {
  readonly #engraver: Pick<Engraver, 'page'>;
  readonly #size: PageSize;
  readonly #bars: number;
  /** First bar of each page that is known, and the bar after the last of them. */
  readonly #starts = [0];
  readonly #kept = new Map<number, EngravedPage>();
  #queue: Promise<unknown> = Promise.resolve();

  /** @param bars of the whole score */
  constructor(engraver: Pick<Engraver, 'page'>, bars: number, size: PageSize) {
    this.#engraver = engraver;
    this.#bars = bars;
    this.#size = size;
  }

  /** How many pages have been engraved. */
  get known(): number {
    return this.#starts.length - 1;
  }

  /** How many bars stand on them. */
  get barsDone(): number {
    return this.#starts[this.known];
  }

  /** Whether all pages are known. */
  get complete(): boolean {
    return this.barsDone >= this.#bars;
  }

  /** Engraves the next page. Nothing to do once all are known. */
  next(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.complete) await this.#engrave(this.known);
    });
  }

  /** The page with this bar, where it is known. */
  async with(bar: number): Promise<FoundPage | undefined> {
    const index = this.#starts.findLastIndex((start) => start <= bar);
    if (index >= this.known) return undefined;
    const page = this.#kept.get(index) ?? (await this.#inTurn(() => this.#engrave(index)));
    return { index, page };
  }

  async #engrave(index: number): Promise<EngravedPage> {
    const page = await this.#engraver.page(this.#starts[index], this.#size);
    if (index === this.known) this.#starts.push(this.#starts[index] + page.bars.length);
    this.#kept.set(index, page);
    if (this.#kept.size > MOST_KEPT) {
      const [farthest] = [...this.#kept.keys()].sort(
        (a, b) => Math.abs(b - index) - Math.abs(a - index),
      );
      this.#kept.delete(farthest);
    }
    return page;
  }

  /** One page at a time: the engraver holds one. */
  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(job);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
