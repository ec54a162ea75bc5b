/** When a run ends before its last epoch: validation has not become better for long enough. */
import type { Preset } from '../model/preset';
import type { Checkpoint, EpochRecord } from './checkpoint';

/** @param bestEpoch the epoch of the lowest validation loss; absent where nothing is held out */
export function shouldStopEarly(
  { training: { patience } }: Preset,
  history: readonly EpochRecord[],
  bestEpoch: number | undefined,
): boolean {
  if (patience === undefined || bestEpoch === undefined) return false;
  return history.length - bestEpoch >= patience;
}

/** @returns how many epochs a run that ended so had not become better for; undefined for others */
export function endedFor(
  preset: Preset,
  { history, best, settings }: Pick<Checkpoint, 'history' | 'best' | 'settings'>,
): number | undefined {
  if (!best || history.length >= settings.epochs) return undefined;
  return shouldStopEarly(preset, history, best.epoch) ? history.length - best.epoch : undefined;
}
