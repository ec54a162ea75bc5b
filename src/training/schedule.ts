/** Learning rate schedules. */
import type { TrainingRecipe } from '../model/preset';

/** Final share of the learning rate in the cosine schedule. */
export const LAST_SHARE = 0.05;

/**
 * Warm start: steps in which a run that starts from a model reaches its learning rate, since Adam's
 * means are empty at first. Afterwards the rate is that of a run from nothing: a half and a quarter
 * of it were worse on validation pieces (docs/model.md).
 */
export const WARM_UP_STEPS = 20;

/**
 * @param step steps taken
 * @returns multiplier of the learning rate for the next step of a run that started from a model
 */
export function warmStartShare(step: number): number {
  return Math.min(1, (step + 1) / WARM_UP_STEPS);
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
