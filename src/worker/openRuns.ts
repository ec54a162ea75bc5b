/** From the posted index of a published model to the searchable one; the latest is kept. */

import type { PublishedRuns } from '../model/composing/contract';
import type { PublishedIndex } from '../model/composing/copyReport';
import { readStartRuns, type StartRuns } from '../training/modelFile/startRuns';

/** Opening takes a fifth of a second. */
let latest: { id: string; runs: StartRuns } | undefined;

/** @throws {Error} with a plain sentence if the index is damaged */
export function openRuns({ id, bytes, pieces, usual }: PublishedRuns): PublishedIndex {
  if (latest?.id !== id) latest = { id, runs: readStartRuns(bytes) };
  return { ...latest.runs, pieces, usual };
}
