/** Text about an interrupted run: preset, epochs done, date. */
import type { ResumableRun } from '../../app/state';
import { formatCount, plural } from '../../lib/counts';

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** @param title of its preset */
export function describeResumable({ epoch, epochs, when }: ResumableRun, title: string): string {
  const reached = `${formatCount(epoch)} of ${plural(epochs, 'epoch')}`;
  return `${title} · ${reached} · ${moment.format(when)}`;
}
