/** Removing from a list with a way back for each removal, whatever order they are undone in. */
import { mergedOrder } from '../../storage/mergedOrder';

interface Item {
  id: string;
}

export class Removals<T extends Item> {
  /** Ids as they stood, with those that are removed now. */
  #order: string[] = [];

  /** @returns `items` without those of `ids`, and what puts them back into a list as it is then */
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
        // An item that is in the list again may have changed since: the list's own is the newer.
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
