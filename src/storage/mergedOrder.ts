/** Lists change in several places at once: how the orders of one list become one. */

/**
 * The ids of `list` in its order, and among them those that only `before` knows: each stands behind
 * the one that it stood behind there.
 */
export function mergedOrder(before: readonly string[], list: readonly string[]): string[] {
  const listed = new Set(list);
  /** What only `before` knows, by what it follows; `undefined` is the beginning. */
  const behind = new Map<string | undefined, string[]>();
  let place: string | undefined;
  for (const id of before) {
    if (listed.has(id)) {
      place = id;
      continue;
    }
    const gap = behind.get(place);
    if (gap) gap.push(id);
    else behind.set(place, [id]);
  }
  return [
    ...(behind.get(undefined) ?? []),
    ...list.flatMap((id) => [id, ...(behind.get(id) ?? [])]),
  ];
}
