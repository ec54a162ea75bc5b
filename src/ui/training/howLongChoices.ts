/** Lengths of a run to choose from, and how long it would take. */
import type { Preset } from '../../model/preset';
import { t } from '../../texts/t';

export type HowLong = 'short' | 'usual' | 'long' | 'own';

const SHARES = { short: 0.25, usual: 1, long: 2.5 } as const;

/** Epochs of a choice; `own` is what stands under "Advanced". */
export function epochsFor(choice: Exclude<HowLong, 'own'>, { defaults }: Preset): number {
  return Math.max(1, Math.round(defaults.epochs * SHARES[choice]));
}

export function howLongOf(epochs: number, preset: Preset): HowLong {
  for (const choice of ['usual', 'short', 'long'] as const) {
    if (epochs === epochsFor(choice, preset)) return choice;
  }
  return 'own';
}

/**
 * Length of a run in words.
 * @param seconds undefined where it is not known
 */
export function estimateText(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return '';
  if (seconds < 45) return t('training.lessThanMinute');
  if (seconds < 100 * 60) {
    const minutes = Math.max(1, Math.round(seconds / 60));
    return t('training.aboutMinutes', { count: minutes });
  }
  return t('training.aboutHours', { count: Math.round(seconds / 3600) });
}
