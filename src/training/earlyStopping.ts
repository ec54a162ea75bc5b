/** Early stopping: ends a run whose validation loss has stopped improving. */
import type { Preset } from '../model/preset';
import type { Checkpoint, EpochRecord } from './checkpoint';

/** @param bestEpoch epoch of the lowest validation loss. Default: no validation set. */
export function shouldStopEarly(
  { training: { patience } }: Preset,
  history: readonly EpochRecord[],
  bestEpoch: number | undefined,
): boolean {
  if (patience === undefined || bestEpoch === undefined) return false;
  return history.length - bestEpoch >= patience;
}

/** @returns epochs without improvement of a run stopped early; undefined for other runs */
export function endedFor(
  preset: Preset,
  { history, best, settings }: Pick<Checkpoint, 'history' | 'best' | 'settings'>,
): number | undefined {
  if (!best || history.length >= settings.epochs) return undefined;
  return shouldStopEarly(preset, history, best.epoch) ? history.length - best.epoch : undefined;
}
