/** Learning rate schedules. */
import type { TrainingRecipe } from '../model/preset';

/** Final share of the learning rate in the cosine schedule. */
const LAST_SHARE = 0.05;

/**
 * Warm start: the learning rate of a run that starts from a model, as a share of the setting. A
 * full rate forgets what the model knows, and Adam's means are empty in the first steps.
 */
const WARM_START = { share: 0.5, warmUpSteps: 20 };

/**
 * @param step steps taken
 * @returns multiplier of the learning rate for the next step of a run that started from a model
 */
export function warmStartShare(step: number): number {
  return WARM_START.share * Math.min(1, (step + 1) / WARM_START.warmUpSteps);
}

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
