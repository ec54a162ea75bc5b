/** Why a take stands where it does in its batch, in one sentence. */
import type { Take } from '../../app/state';

/** From this share of its planned repeats on, a take repeats its plan; from the other, part of it. */
const REPEATS = 0.75;
const REPEATS_PART = 0.4;

/**
 * "Best of 4: ends on its tonic, repeats its plan, 94 % in key."
 * @param bestOf number of takes in the batch of which it is the best. Default: it is not.
 * @returns undefined before the take is finished, and for takes of earlier versions
 */
export function qualityText(
  { quality }: Pick<Take, 'quality'>,
  bestOf?: number,
): string | undefined {
  if (!quality || quality.key === undefined) return undefined;
  const { repeats, inKey, endsOnTonic } = quality;
  const parts = [endsOnTonic ? 'ends on its tonic' : 'does not end on its tonic'];
  if (repeats !== undefined) parts.push(repeatsText(repeats));
  parts.push(inKeyText(inKey));
  const text = parts.join(', ');
  if (bestOf !== undefined) return `Best of ${bestOf}: ${text}.`;
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** "94 % in key" */
export function inKeyText(inKey: number): string {
  return `${Math.round(100 * inKey)} % in key`;
}

function repeatsText(repeats: number): string {
  if (repeats >= REPEATS) return 'repeats its plan';
  return repeats >= REPEATS_PART ? 'repeats part of its plan' : 'leaves its plan';
}
