/** Text about an interrupted run: preset, epochs done, date. */
import type { ResumableRun } from '../../app/training/runState';
import { numberLocale } from '../../texts/numberLocale';
import { t } from '../../texts/t';

/** @param title of its preset */
export function describeResumable({ epoch, epochs, when }: ResumableRun, title: string): string {
  const reached = t('models.epochsOf', { done: epoch, count: epochs });
  const moment = new Intl.DateTimeFormat(numberLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `${title} · ${reached} · ${moment.format(when)}`;
}
