/** Bars of a piece on the grid: their lines, and the notes that begin in each. */
import type { GridMeter } from '../encoding/barPosition';

/** A note within its bar, grid ticks. */
export interface BarNote {
  /** Key from A0 on. */
  pitch: number;
  /** Class of its length. */
  duration: number;
  /** Class of its velocity. */
  velocity: number;
}

/** A chord: notes that begin together, ordered by pitch. */
export interface BarOnset {
  /** Grid ticks since the bar line. */
  place: number;
  notes: BarNote[];
}

/** Notes that begin in one bar. */
export interface Bar {
  /** Length in grid ticks. */
  ticks: number;
  /** Ordered by place. */
  onsets: BarOnset[];
}

/** A grid tick relative to its bar. */
export interface BarSpot {
  /** From 0. */
  index: number;
  /** Grid ticks since the bar line. */
  place: number;
  /** Length of the bar in grid ticks. */
  ticks: number;
}

interface Stretch extends GridMeter {
  /** Index of its first bar. */
  first: number;
}

/** Bar numbers by tick; bar 0 begins at tick 0. */
export class BarGrid {
  readonly #stretches: Stretch[] = [];

  /** @param meters ordered, the first one in force at tick 0 */
  constructor(meters: readonly GridMeter[]) {
    for (const { tick, barTicks } of meters) {
      const before = this.#stretches.at(-1);
      // Only the last meter at or before tick 0 is in force there.
      if (!before || tick <= 0) {
        this.#stretches[0] = { tick: 0, barTicks, first: 0 };
        continue;
      }
      const bars = Math.ceil((tick - before.tick) / before.barTicks);
      this.#stretches.push({ tick, barTicks, first: before.first + bars });
    }
  }

  at(tick: number): BarSpot {
    let found = this.#stretches[0];
    for (const stretch of this.#stretches) {
      if (stretch.tick > tick) break;
      found = stretch;
    }
    const { first, barTicks } = found;
    const since = tick - found.tick;
    return {
      index: first + Math.floor(since / barTicks),
      place: since % barTicks,
      ticks: barTicks,
    };
  }
}

/** Bars of a growing piece, filled in the order of onsets. */
export class BarCollector {
  readonly bars: Bar[] = [];

  add({ index, place, ticks }: BarSpot, note: BarNote): void {
    while (this.bars.length <= index) this.bars.push({ ticks, onsets: [] });
    const bar = this.bars[index];
    bar.ticks = ticks;
    const latest = bar.onsets.at(-1);
    if (latest?.place === place) latest.notes.push(note);
    else bar.onsets.push({ place, notes: [note] });
  }
}

/** Onset at exactly this place. */
export function onsetAt(bar: Bar | undefined, place: number): BarOnset | undefined {
  return bar?.onsets.find((onset) => onset.place === place);
}
