/** Removals from a list that can be undone in any order. */
import { mergedOrder } from '../../storage/mergedOrder';

interface Item {
  id: string;
}

export class Removals<T extends Item> {
  /** Ids in list order, removed ones included. */
  #order: string[] = [];

  /** @returns `items` without `ids`, and a function that puts them back into the current list */
  remove(
    items: readonly T[],
    ids: ReadonlySet<string>,
  ): { kept: T[]; putBack(now: readonly T[]): T[] } {
    const removed = items.filter(({ id }) => ids.has(id));
    this.#follow(items);
    return {
      kept: items.filter(({ id }) => !ids.has(id)),
      putBack: (now) => {
        this.#follow(now);
        // An item of both may have changed: the one in the list is newer.
        const all = new Map([...removed, ...now].map((item) => [item.id, item]));
        return this.#order.map((id) => all.get(id)).filter((item) => item !== undefined);
      },
    };
  }

  #follow(items: readonly T[]): void {
    this.#order = mergedOrder(
      this.#order,
      items.map(({ id }) => id),
    );
  }
}
