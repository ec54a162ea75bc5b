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

/**
 * @param order indices in the score
 * @param lengths of all measures, ticks
 */
export function playedMeasures(order: readonly number[], lengths: readonly number[]): Played[] {
  const played: Played[] = [];
  let tick = 0;
  for (const index of order) {
    const ticks = lengths[index];
    played.push({ index, tick, ticks });
    tick += ticks;
    if (tick > 2 ** 30) throw new UnreadableScore(t('scores.tooLong'));
  }
  return played;
}

/** The length of each measure as written: that of its contents, else that of its meter. */
export function measureTicks(parts: readonly MeasureContent[][], ppq: number): number[] {
  return inForce(parts, ({ time }) => time).map((meter, index) => {
    const own = Math.max(0, ...parts.map((contents) => contents[index]?.ticks ?? 0));
    const { numerator, denominator } = meter ?? COMMON_TIME;
    return own > 0 ? own : Math.round((4 * ppq * numerator) / denominator);
  });
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
