/** Text of durations, losses and shapes. */
import { formatFixed } from '../texts/numbers';
import { t } from '../texts/t';

/** Seconds as `m:ss`, or `h:mm:ss` from an hour on. */
export function formatDuration(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const s = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60);
  if (minutes < 60) return `${minutes}:${s}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${s}`;
}

/** Time left as text, rounded to its order of magnitude. */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 1) return t('page.momentLeft');
  if (seconds < 90) return t('page.secondsLeft', { seconds: Math.round(seconds) });
  if (seconds < 90 * 60) return t('page.minutesLeft', { minutes: Math.round(seconds / 60) });
  return t('page.hoursLeft', { hours: formatFixed(seconds / 3600, 1) });
}

/** A loss in nats, with the digits that differ between epochs. */
export function formatLoss(loss: number): string {
  return Number.isFinite(loss) ? formatFixed(loss, 4) : t('page.noNumber');
}

/** An output shape in Keras's notation: `(None, 256)`. */
export function formatShape(shape: readonly (number | null)[]): string {
  const sizes = shape.map((size) => (size === null ? 'None' : String(size)));
  return shape.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}
