/** Length of a run in words. */
import { t } from '../../texts/t';

/** @param seconds undefined where it is not known */
export function estimateText(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return '';
  if (seconds < 45) return t('training.lessThanMinute');
  if (seconds < 100 * 60) {
    const minutes = Math.max(1, Math.round(seconds / 60));
    return t('training.aboutMinutes', { count: minutes });
  }
  return t('training.aboutHours', { count: Math.round(seconds / 3600) });
}
