/** The tempos of a score as it is played. */
import { DEFAULT_MICROSECONDS_PER_QUARTER, type TempoChange } from '../../song';
import type { MeasureContent } from './measureContent';
import { inForce, type Played } from './playedMeasures';

export function temposOf(
  parts: readonly MeasureContent[][],
  played: readonly Played[],
): TempoChange[] {
  const atStart = inForceBefore(parts);
  const tempos: TempoChange[] = [
    { tick: 0, microsecondsPerQuarter: DEFAULT_MICROSECONDS_PER_QUARTER },
  ];
  const set = (tick: number, perMinute: number): void => {
    const last = tempos[tempos.length - 1];
    const microsecondsPerQuarter = Math.round(60e6 / perMinute);
    if (last.microsecondsPerQuarter === microsecondsPerQuarter) return;
    if (last.tick === tick) last.microsecondsPerQuarter = microsecondsPerQuarter;
    else tempos.push({ tick, microsecondsPerQuarter });
  };
  for (const { index, tick, ticks } of played) {
    // After a jump back the tempo is that of the place.
    const before = atStart[index];
    if (before !== undefined) set(tick, before);
    const own = parts
      .flatMap((contents) => contents[index]?.tempos ?? [])
      .filter(({ at }) => at < ticks)
      .sort((a, b) => a.at - b.at);
    for (const { at, perMinute } of own) set(tick + at, perMinute);
  }
  return tempos;
}

/** The tempo in force at the bar line of each measure as written. */
function inForceBefore(parts: readonly MeasureContent[][]): (number | undefined)[] {
  const latest = inForce(parts, ({ tempos }) => tempos.at(-1)?.perMinute);
  return latest.map((_, i) => latest[i - 1]);
}
