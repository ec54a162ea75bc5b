/** Lengths of a run to choose from, by the amount of data. */
import type { Preset } from '../../model/preset';

export type HowLong = 'short' | 'usual' | 'long' | 'own';

const SHARES = { short: 0.25, usual: 1, long: 2.5 } as const;

/** Notes up to which the preset's number of epochs was measured: those of the Mutopia pieces. */
const FEW_NOTES = 36_000;
/**
 * More notes need more steps and fewer epochs. The exponent leads from 24 epochs of these to the 4
 * epochs in which Etude's own model was taught 3.3 million.
 */
const EXPONENT = 0.4;

/**
 * Epochs of a choice; `own` is what stands under "Advanced".
 * @param notes to train on. Default: unknown, as few
 */
export function epochsFor(
  choice: Exclude<HowLong, 'own'>,
  { defaults, fromNothing }: Preset,
  notes = 0,
): number {
  // The published network has the published number.
  const share = fromNothing || notes <= FEW_NOTES ? 1 : (FEW_NOTES / notes) ** EXPONENT;
  const usual = Math.max(1, Math.round(defaults.epochs * share));
  return Math.max(1, Math.round(usual * SHARES[choice]));
}

export function howLongOf(epochs: number, preset: Preset, notes?: number): HowLong {
  for (const choice of ['usual', 'short', 'long'] as const) {
    if (epochs === epochsFor(choice, preset, notes)) return choice;
  }
  return 'own';
}
