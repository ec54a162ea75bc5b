/** Early stopping: ends a run whose validation loss has stopped improving. */
import type { Preset } from '../model/preset';
import type { EpochRecord } from './checkpoint';

/** @param bestEpoch epoch of the lowest validation loss. Default: no validation set. */
export function shouldStopEarly(
  { training: { patience } }: Preset,
  history: readonly EpochRecord[],
  bestEpoch: number | undefined,
): boolean {
  if (patience === undefined || bestEpoch === undefined) return false;
  return history.length - bestEpoch >= patience;
}
