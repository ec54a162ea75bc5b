/** What the loss curve says, in plain sentences. */

import { t } from '../../texts/t';
import type { EpochRecord } from '../../training/checkpoint';

/** Epochs after which a run whose first epoch was its best is said to have only got worse. */
const MANY = 3;

/** The 20 of "1 in 20": the chance, as a geometric mean, that a network gives the notes that come. */
export function chance(natsPerNote: number): number {
  return Number(Math.exp(natsPerNote).toPrecision(2));
}

/**
 * The latest losses in words.
 * @param frequencyLoss of guessing by note frequency, nats per note
 * @returns undefined before the first epoch
 */
export function chancesText(
  epochs: readonly EpochRecord[],
  frequencyLoss: number | undefined,
): string | undefined {
  const last = epochs.at(-1);
  if (!last) return undefined;
  const { validationLoss, trainingLoss } = last;
  const one = chance(validationLoss ?? trainingLoss);
  if (frequencyLoss === undefined) {
    const key = validationLoss === undefined ? 'training.chanceLearnt' : 'training.chanceUnseen';
    return t(key, { chance: one });
  }
  const values = { chance: one, guess: chance(frequencyLoss) };
  return validationLoss === undefined
    ? t('training.chanceLearntAndGuess', values)
    : t('training.chanceUnseenAndGuess', values);
}

/**
 * What the validation losses of a finished run say.
 * @returns undefined without validation
 */
export function outcomeText(epochs: readonly EpochRecord[]): string | undefined {
  const measured = epochs.flatMap(({ epoch, validationLoss }) =>
    validationLoss === undefined ? [] : [{ epoch, validationLoss }],
  );
  const last = measured.at(-1);
  if (!last) return undefined;
  const best = measured.reduce((a, b) => (b.validationLoss < a.validationLoss ? b : a));
  if (best.epoch === last.epoch) return t('training.stillImproving');
  if (best === measured[0] && measured.length > MANY) {
    return t('training.onlyWorse', { epoch: best.epoch });
  }
  return t('training.stoppedImproving', { epoch: best.epoch });
}

/** Longest title in the name of a curve, in characters. */
const LONGEST_TITLE = 28;

/** Name of the curve of what the network has never seen. @param title where that is one piece */
export function unseenText(title: string | undefined): string {
  if (title === undefined) return t('training.curveValidation');
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
  return t('training.curveUnseen', { title: short });
}
