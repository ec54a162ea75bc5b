/** Takes as the list shows them: newest batch first, and in a batch the best-ranked take first. */
import { qualityScore } from '../../music/form/takeQuality';
import type { Take } from './take';

/** Batches, newest first; a take of an earlier version is a batch alone. */
export function takeBatches(takes: readonly Take[]): Take[][] {
  const batches = new Map<string, Take[]>();
  for (const take of takes) {
    const id = take.batch ?? take.id;
    const batch = batches.get(id);
    if (batch) batch.push(take);
    else batches.set(id, [take]);
  }
  return [...batches.values()].reverse().map(bestFirst);
}

/** Ranked takes first. In order of number while one of them is composed. */
export function bestFirst(batch: readonly Take[]): Take[] {
  if (batch.some(({ composing }) => composing)) return [...batch];
  return batch.toSorted((a, b) => rank(b) - rank(a));
}

/** Whether a take is the best of several ranked ones. */
export function isBest(take: Take, batch: readonly Take[]): boolean {
  const ranked = batch.filter(({ quality, composing }) => quality !== undefined && !composing);
  return ranked.length > 1 && bestFirst(batch)[0] === take && take.quality !== undefined;
}

function rank({ quality }: Take): number {
  return quality ? qualityScore(quality) : -1;
}
