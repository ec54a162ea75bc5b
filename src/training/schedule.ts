/** How the learning rate goes over a run. */
import type { TrainingRecipe } from '../model/preset';

/** The cosine schedule ends at this share of the first learning rate. */
const LAST_SHARE = 0.05;

/**
 * @param step taken so far
 * @param totalSteps of the whole run
 * @returns the share of the set learning rate that the next step takes, 0..1
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
