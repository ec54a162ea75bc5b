/** Where a snippet stands on the curve. */
import type { Take } from '../../app/compose/take';
import type { TrainingState } from '../../app/training/runState';

/** Steps in an epoch of the run; undefined before its first step. */
export function stepsPerEpoch({
  progress,
  checkpoint,
}: Pick<TrainingState, 'progress' | 'checkpoint'>): number | undefined {
  if (progress) return progress.batches;
  return checkpoint && checkpoint.epoch > 0 ? checkpoint.step / checkpoint.epoch : undefined;
}

/** @returns epochs since the start of the run, with a fraction in the first one */
export function snippetPlace(
  { epoch, steps }: Pick<Take, 'epoch' | 'steps'>,
  perEpoch: number | undefined,
): number {
  if (steps === undefined) return epoch;
  return perEpoch ? Math.min(1, steps / perEpoch) : 0;
}
