/** What the recorder's fields accept. */
import type { RecorderSettings } from '../../app/live/liveState';
import type { NumberRule } from '../controls/numberRule';

export const tempoRule: NumberRule = { minimum: 30, maximum: 240, whole: true };

export const meters = ['4/4', '3/4', '2/4', '6/8'] as const;

export function meterOf(text: string): RecorderSettings['meter'] {
  const [numerator, denominator] = text.split('/').map(Number);
  return { numerator, denominator };
}
