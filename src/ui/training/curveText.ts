/** What the loss curve says, in plain sentences. */
import type { EpochRecord } from '../../training/checkpoint';

/** Epochs after which a run whose first epoch was its best is said to have only got worse. */
const MANY = 3;

/** `1 in 20`: the chance, as a geometric mean, that a network gives the notes that come. */
export function chance(natsPerNote: number): string {
  const one = Number(Math.exp(natsPerNote).toPrecision(2));
  return `1 in ${one.toLocaleString('en')}`;
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
  const { validationLoss } = last;
  const what = validationLoss === undefined ? 'the pieces it learns from' : 'music it has not seen';
  const guess =
    frequencyLoss === undefined ? '' : `, by note frequency alone ${chance(frequencyLoss)}`;
  return `It expects the right note of ${what} with a chance of ${chance(validationLoss ?? last.trainingLoss)}${guess}.`;
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
  if (best.epoch === last.epoch) return 'It was still improving on unseen music when it ended.';
  if (best === measured[0] && measured.length > MANY) {
    return `On unseen music it only got worse after epoch ${best.epoch}; that model was kept. More pieces help.`;
  }
  return `It stopped improving on unseen music at epoch ${best.epoch}; that model was kept.`;
}
