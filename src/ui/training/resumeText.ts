/** Text about the last run: preset, epochs done, date. */
import type { ResumableRun } from '../../app/state';
import { formatCount, plural } from '../../lib/counts';

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** @param title of its preset */
export function describeResumable(
  { epoch, epochs, finished, when }: ResumableRun,
  title: string,
): string {
  const reached = finished
    ? `${plural(epoch, 'epoch')}, ready to compose`
    : `${formatCount(epoch)} of ${plural(epochs, 'epoch')}`;
  return `${title} · ${reached} · ${moment.format(when)}`;
}
