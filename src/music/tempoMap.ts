/** A tempo map for many look-ups: each is a binary search, not a scan from the start. */
import { partitionPoint } from '../lib/binarySearch';
import { DEFAULT_MICROSECONDS_PER_QUARTER, type TempoChange } from './song';

export class TempoMap {
  readonly #ppq: number;
  /** Ticks at which a tempo begins; the first is 0. */
  readonly #ticks: number[] = [0];
  /** Seconds at which it begins. */
  readonly #seconds: number[] = [0];
  readonly #perQuarter: number[] = [DEFAULT_MICROSECONDS_PER_QUARTER];

  /**
   * Adds up in the same order as `tickToSeconds`, so that both give the same seconds to the last
   * bit: what plays is what a written file holds.
   * @param tempos ordered by tick
   */
  constructor(tempos: readonly TempoChange[], ppq: number) {
    this.#ppq = ppq;
    for (const tempo of tempos) {
      const last = this.#ticks.length - 1;
      if (tempo.tick <= this.#ticks[last]) {
        this.#perQuarter[last] = tempo.microsecondsPerQuarter;
        continue;
      }
      this.#seconds.push(this.secondsAt(tempo.tick));
      this.#ticks.push(tempo.tick);
      this.#perQuarter.push(tempo.microsecondsPerQuarter);
    }
  }

  /** Seconds from the start to `tick`. */
  secondsAt(tick: number): number {
    const i = lastAtOrBefore(this.#ticks, tick);
    return this.#seconds[i] + ((tick - this.#ticks[i]) * this.#perQuarter[i]) / this.#ppq / 1e6;
  }

  /** The tick, not rounded, that sounds `seconds` after the start. */
  tickAt(seconds: number): number {
    const i = lastAtOrBefore(this.#seconds, seconds);
    return this.#ticks[i] + ((seconds - this.#seconds[i]) * 1e6 * this.#ppq) / this.#perQuarter[i];
  }
}

/** Index of the last entry of the ascending `values` that is not above `value`; at least 0. */
function lastAtOrBefore(values: readonly number[], value: number): number {
  return Math.max(0, partitionPoint(values.length, (i) => values[i] <= value) - 1);
}
