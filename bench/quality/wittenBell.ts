/** Counts of values by context, interpolated as Witten and Bell 1991 (method C) do. */

interface Context {
  total: number;
  counts: Map<number, number>;
}

export class WittenBell {
  readonly #classes: number;
  /** By order and context. */
  readonly #contexts: Map<string, Context>[];

  /**
   * @param orders number of orders: values of the history in use, plus one
   * @param classes values run from 0 to classes - 1
   */
  constructor(orders: number, classes: number) {
    this.#classes = classes;
    this.#contexts = Array.from({ length: orders }, () => new Map());
  }

  /** @param history values before, newest last; longer ones are cut */
  count(history: readonly number[], value: number): void {
    this.#contexts.forEach((contexts, order) => {
      const key = keyOf(history, order);
      let context = contexts.get(key);
      if (!context) {
        context = { total: 0, counts: new Map() };
        contexts.set(key, context);
      }
      context.total++;
      context.counts.set(value, (context.counts.get(value) ?? 0) + 1);
    });
  }

  /** @returns above 0; sums to 1 over the classes */
  probability(history: readonly number[], value: number): number {
    let probability = 1 / this.#classes;
    for (const [order, contexts] of this.#contexts.entries()) {
      const context = contexts.get(keyOf(history, order));
      if (!context) break;
      // The weight of the counts grows with their total and shrinks with their variety.
      const seen = context.counts.get(value) ?? 0;
      const types = context.counts.size;
      probability = (seen + types * probability) / (context.total + types);
    }
    return probability;
  }
}

function keyOf(history: readonly number[], order: number): string {
  return order === 0 ? '' : history.slice(-order).join();
}
