/** Learning rate schedules. */
import type { TrainingRecipe } from '../model/preset';

/** Final share of the learning rate in the cosine schedule. */
const LAST_SHARE = 0.05;

/**
 * @param step steps taken
 * @param totalSteps of the whole run
 * @returns multiplier of the learning rate for the next step, 0..1
 */
export function learningRateShare(
  schedule: TrainingRecipe['schedule'],
  step: number,
  totalSteps: number,
): number {
  switch (schedule) {
    case 'constant':
      return 1;
    case 'cosine': {
      const left = (1 + Math.cos((Math.PI * step) / totalSteps)) / 2;
      return LAST_SHARE + (1 - LAST_SHARE) * left;
    }
    default:
      return schedule satisfies never;
  }
}
