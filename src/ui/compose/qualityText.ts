/** Why a take stands where it does in its batch, in one sentence. */
import type { Take } from '../../app/compose/take';
import { t } from '../../texts/t';

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
  const figures = {
    tonic: endsOnTonic ? 'yes' : 'no',
    repeats: repeatsPlan(repeats),
    percent: percent(inKey),
  };
  return bestOf === undefined
    ? t('takes.quality', figures)
    : t('takes.bestQuality', { count: bestOf, ...figures });
}

/** "94 % in key" */
export function inKeyText(inKey: number): string {
  return t('takes.inKey', { percent: percent(inKey) });
}

/** How much of its plan a take repeats, as the texts name it. */
function repeatsPlan(repeats: number | undefined): 'all' | 'part' | 'few' | 'unknown' {
  if (repeats === undefined) return 'unknown';
  if (repeats >= REPEATS) return 'all';
  return repeats >= REPEATS_PART ? 'part' : 'few';
}

function percent(share: number): number {
  return Math.round(100 * share);
}
