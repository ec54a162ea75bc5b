/** Shifts the amount of repetition in a plan. */
import type { Degree, PlannedBar } from './plan';

/** `as learnt` keeps the plan unchanged. */
export type Repetition = 'less' | 'as learnt' | 'more';

const LESS: Record<Degree, Degree> = {
  new: 'new',
  rhythm: 'new',
  moved: 'rhythm',
  varied: 'rhythm',
  same: 'varied',
};

const MORE: Record<Degree, Degree> = {
  new: 'new',
  rhythm: 'varied',
  moved: 'moved',
  varied: 'same',
  same: 'same',
};

export function shiftRepetition(
  plan: readonly PlannedBar[],
  repetition: Repetition,
): readonly PlannedBar[] {
  if (repetition === 'as learnt') return plan;
  const degrees = repetition === 'less' ? LESS : MORE;
  return plan.map(({ degree, lag, shift }) => {
    const shifted = degrees[degree];
    return {
      degree: shifted,
      lag: shifted === 'new' ? 0 : lag,
      shift: shifted === 'moved' ? shift : 0,
    };
  });
}
