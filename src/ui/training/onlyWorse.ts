/** A run that was best at once: further training made it worse. */
import { t } from '../../texts/t';

/** Epochs from which on the first being best says something. */
const ENOUGH = 3;

/**
 * @param best epoch of the lowest validation loss, from 1. Default: nothing was held out.
 * @returns a sentence, or an empty string for other runs
 */
export function describeOnlyWorse(epochs: number, best: number | undefined): string {
  if (best !== 1 || epochs < ENOUGH) return '';
  return t('run.worseFromFirst');
}
