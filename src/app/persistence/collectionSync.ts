/** Stores a list by what is new, changed or removed in it since the last save. */
import type { CollectionName } from '../../storage/database';
import type { AppStorage, CollectionItem } from '../../storage/storage';
import type { StorageResult } from '../../storage/storageError';

export class CollectionSync<S extends CollectionName, T extends { id: string }> {
  readonly #storage: Pick<AppStorage, 'changeCollection'>;
  readonly #collection: S;
  /** The stored items by id: an item that is another object has changed. */
  #stored: ReadonlyMap<string, T>;
  /** Saves in flight. Each succeeds or fails, so what follows assumes neither. */
  readonly #inFlight = new Set<ReadonlyMap<string, T>>();
  readonly #toStored: (item: T) => CollectionItem<S>;

  constructor(
    storage: Pick<AppStorage, 'changeCollection'>,
    collection: S,
    stored: readonly T[],
    toStored: (item: T) => CollectionItem<S>,
  ) {
    this.#storage = storage;
    this.#collection = collection;
    this.#stored = byId(stored);
    this.#toStored = toStored;
  }

  /** Saves may overlap: the database writes them in the order of these calls. */
  async keep(items: readonly T[]): Promise<StorageResult<void>> {
    const now = byId(items);
    const possible = [this.#stored, ...this.#inFlight];
    const put = items.filter((item) => possible.some((stored) => stored.get(item.id) !== item));
    const known = new Set(possible.flatMap((stored) => [...stored.keys()]));
    const remove = [...known].filter((id) => !now.has(id));
    if (put.length + remove.length === 0) return { ok: true, value: undefined };
    this.#inFlight.add(now);
    const outcome = await this.#storage.changeCollection(this.#collection, {
      put: put.map(this.#toStored),
      remove,
    });
    this.#inFlight.delete(now);
    // What could not be stored is tried again with the next change.
    if (outcome.ok) this.#stored = now;
    return outcome;
  }
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
