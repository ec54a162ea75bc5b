/** The measures of a score on the clock of the song, in playing order, and what holds in each. */
import { t } from '../../../texts/t';
import type { MeasureContent } from './measureContent';
import { UnreadableScore } from './parsed';

/** A measure as it is played. */
export interface Played {
  /** Index in the score. */
  index: number;
  tick: number;
  ticks: number;
}

export function playedMeasures(
  order: readonly number[],
  parts: readonly MeasureContent[][],
  ppq: number,
): Played[] {
  const played: Played[] = [];
  let tick = 0;
  const meters = inForce(parts, ({ time }) => time);
  for (const index of order) {
    const { numerator, denominator } = meters[index] ?? COMMON_TIME;
    const own = Math.max(0, ...parts.map((contents) => contents[index]?.ticks ?? 0));
    const ticks = own > 0 ? own : Math.round((4 * ppq * numerator) / denominator);
    played.push({ index, tick, ticks });
    tick += ticks;
    if (tick > 2 ** 30) throw new UnreadableScore(t('scores.tooLong'));
  }
  return played;
}

export const COMMON_TIME = { numerator: 4, denominator: 4 };

/** For each measure the latest value that any part has had up to it. */
export function inForce<T>(
  parts: readonly MeasureContent[][],
  valueIn: (content: MeasureContent) => T | undefined,
): (T | undefined)[] {
  const count = Math.max(0, ...parts.map(({ length }) => length));
  let value: T | undefined;
  return Array.from({ length: count }, (_, i) => {
    for (const contents of parts) {
      const own = contents[i] && valueIn(contents[i]);
      if (own === undefined) continue;
      value = own;
      break;
    }
    return value;
  });
}
