/** Undoing a removal: lists stand in the order of their ids, which is that of creation. */

/** `list` and those of `removed` that it lacks, by id. */
export function putBack<T extends { id: string }>(list: readonly T[], removed: readonly T[]): T[] {
  // An item that is in the list again may have changed since: the list's is the newer.
  const byId = new Map([...removed, ...list].map((item) => [item.id, item]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
