/**
 * Memory by bars: among several distances in bars, the one at which the piece has recently repeated
 * itself best, up to the current note.
 */
import type { Bar, BarNote, BarSpot } from './bars';
import { type EchoPlace, echoedNote, echoedTicks, struckThere } from './echo';

/** Distances in bars. */
const LAGS: readonly number[] = [1, 2, 3, 4, 6, 8, 12, 16];
/** Decay of a distance's merit per note. */
const KEPT = 0.85;
/** Classes of merit. */
export const MERIT_CLASSES = 8;
/** Least merit of a distance in use. */
const LEAST_MERIT = 0.1;

interface Lag {
  bars: number;
  /** Share of recent notes repeated at this distance, exponentially weighted: 0..1. */
  merit: number;
}

export class LagMemory {
  readonly #bars: readonly Bar[];
  /** Ordered by merit, then by distance. */
  readonly #lags: Lag[] = LAGS.map((bars) => ({ bars, merit: 0 }));

  /** @param bars of the growing piece */
  constructor(bars: readonly Bar[]) {
    this.#bars = bars;
  }

  /** The bar `lag` bars before this index, if both have the same length. */
  bar({ index, ticks }: Pick<BarSpot, 'index' | 'ticks'>, lag: number): Bar | undefined {
    const bar = this.#bars[index - lag];
    return bar?.ticks === ticks ? bar : undefined;
  }

  /** Best distance and its bar; undefined without enough merit. */
  best(spot: BarSpot): { bar: Bar; merit: number; lag: number } | undefined {
    for (const { bars, merit } of this.#lags) {
      if (merit < LEAST_MERIT) return undefined;
      const bar = this.bar(spot, bars);
      if (bar) return { bar, merit: meritClass(merit), lag: bars };
    }
    return undefined;
  }

  /** Ticks to the next onset at the best distance; crosses the bar line if nothing follows. */
  ticks(spot: BarSpot, at: EchoPlace): number | undefined {
    const best = this.best(spot);
    if (!best) return undefined;
    const within = echoedTicks(best.bar, at, 0);
    if (within !== undefined) return within;
    const next = this.#bars[spot.index + 1 - best.lag]?.onsets[0];
    return next && spot.ticks - spot.place + next.place;
  }

  /** Next notes at the best distances: at most two, of different keys, the best one first. */
  notes(spot: BarSpot, highest: number): BarNote[] {
    const found: BarNote[] = [];
    for (const { bars, merit } of this.#lags) {
      if (merit < LEAST_MERIT) break;
      const bar = this.bar(spot, bars);
      const note = bar && echoedNote(bar, { place: spot.place, highest }, 0);
      if (note && found.every(({ pitch }) => pitch !== note.pitch)) found.push(note);
      if (found.length === 2) break;
    }
    return found;
  }

  /** The same note at the best distance that has one. */
  same(spot: BarSpot, pitch: number): BarNote | undefined {
    for (const { bars } of this.#lags) {
      const bar = this.bar(spot, bars);
      const note = bar && struckThere(bar, spot.place, pitch);
      if (note) return note;
    }
    return undefined;
  }

  /** Updates the merit of each distance with a new note. */
  judge(spot: BarSpot, pitch: number): void {
    for (const lag of this.#lags) {
      const bar = this.bar(spot, lag.bars);
      const held = bar !== undefined && struckThere(bar, spot.place, pitch) !== undefined;
      lag.merit = KEPT * lag.merit + (held ? 1 - KEPT : 0);
    }
    this.#lags.sort((a, b) => b.merit - a.merit || a.bars - b.bars);
  }
}

function meritClass(merit: number): number {
  return Math.min(MERIT_CLASSES - 1, Math.floor(merit * MERIT_CLASSES));
}
