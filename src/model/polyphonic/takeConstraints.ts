/** A take in progress: its position, the possible next values, and its end. */
import type { GridMeter } from '../../music/encoding/barPosition';
import { KEYS, LOWEST_KEY } from '../../music/encoding/melody';
import { STUDIO_COLUMNS as COLUMN } from '../../music/encoding/studio';
import { GRID_PPQ, TICK_CLASSES } from '../../music/encoding/tickClasses';
import type { Random } from '../../music/random';
import type { Closing } from '../composer';

/** Most notes of a chord: ten fingers. */
const MOST_TOGETHER = 10;
/** Density of a stuck take, which ends with the current bar. Notes per quarter. */
const MOST_NOTES_PER_QUARTER = 16;
/** Longest rest, in bars. */
const LONGEST_WAIT = 2;

export class TakeConstraints {
  readonly random: Random;
  readonly meter: GridMeter;
  readonly #allowed: readonly boolean[];
  /** Grid tick of the latest onset. */
  #tick = 0;
  #rows = 0;
  /** Notes of the current chord, and its highest key. */
  #together = 0;
  #highest = -1;
  /** Bar line of the closing chord. */
  #end = Number.POSITIVE_INFINITY;
  #mostRows = Number.POSITIVE_INFINITY;
  /** Least grid ticks to the next onset. */
  #rest = 0;
  #closing = false;
  #early = false;
  #ended = false;

  /** @param pitchClasses that may be drawn, 0 (C) to 11. Default: all. */
  constructor(random: Random, meter: GridMeter, pitchClasses?: readonly number[]) {
    this.random = random;
    this.meter = { ...meter, tick: 0 };
    this.#allowed = Array.from(
      { length: KEYS },
      (_, key) => !pitchClasses?.length || pitchClasses.includes((key + LOWEST_KEY) % 12),
    );
  }

  get tick(): number {
    return this.#tick;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Adds a row of the prompt. */
  open(row: readonly number[]): void {
    this.#moveTo(this.#tick + TICK_CLASSES[row[COLUMN.time]]);
    this.#strike(row);
  }

  /**
   * Sets the end: `bars` whole bars after the current bar, or after the start.
   * @param rest least time from the latest onset to the next, in grid ticks; limited to the longest
   * time class
   */
  endAfter(bars: number, rest = 0): void {
    const { barTicks } = this.meter;
    this.#rest = Math.min(rest, TICK_CLASSES[TICK_CLASSES.length - 1]);
    const begun = Math.ceil((this.#tick + this.#rest) / barTicks);
    const inHand = this.#rows > 0 ? this.#nextBarLine() / barTicks : 0;
    this.#end = (Math.max(inHand, begun) + bars) * barTicks;
    const quarters = (bars * barTicks) / GRID_PPQ;
    this.#mostRows = this.#rows + Math.ceil(quarters * MOST_NOTES_PER_QUARTER);
  }

  /** Time logits, impossible times masked. */
  possibleTimes(logits: Float32Array): Float32Array {
    const longest = this.#rest + LONGEST_WAIT * this.meter.barTicks;
    const soonest = TICK_CLASSES.findIndex((ticks) => ticks >= this.#rest);
    const together = this.#rows === 0 || this.#mayAddToChord();
    const isPossible = (time: number): boolean => {
      if (time < soonest) return false;
      if (time === 0) return together;
      return time === soonest || TICK_CLASSES[time] <= longest;
    };
    return logits.map((logit, time) => (isPossible(time) ? logit : Number.NEGATIVE_INFINITY));
  }

  /**
   * Advances by a time class; a time beyond the end leads to the closing chord at the end. A stuck
   * take closes on the next bar line, so that no silence precedes its end.
   * @returns whether a note follows; false after the closing chord
   */
  advance(time: number): boolean {
    if (time === 0) return true;
    if (this.#closing) {
      this.#ended = true;
      return false;
    }
    const next = this.#tick + TICK_CLASSES[time];
    const stuck = this.#rows >= this.#mostRows;
    if (stuck) {
      this.#early = this.#nextBarLine() < this.#end;
      this.#end = this.#nextBarLine();
    }
    this.#closing = stuck || next >= this.#end;
    this.#moveTo(this.#closing ? this.#end : next);
    return true;
  }

  /**
   * Probability that a note which joins the current chord lies above it, as in the training data.
   * @param keys probabilities of the keys of such a note, unmasked
   * @returns share of the probability of all allowed keys, 0..1
   */
  roomAbove(keys: Float32Array): number {
    let allowed = 0;
    let above = 0;
    keys.forEach((probability, key) => {
      if (!this.#allowed[key]) return;
      allowed += probability;
      if (key > this.#highest) above += probability;
    });
    return allowed > 0 ? above / allowed : 0;
  }

  /** Key logits, without keys that are not allowed or lie below the top of the chord. */
  possibleKeys(logits: Float32Array): Float32Array {
    return logits.map((logit, key) =>
      key > this.#highest && this.#allowed[key] ? logit : Number.NEGATIVE_INFINITY,
    );
  }

  /**
   * Adds a composed row.
   * @returns place and length (its whole bar) of a note of the closing chord
   */
  compose(row: readonly number[]): Closing | undefined {
    this.#rest = 0;
    this.#strike(row);
    if (!this.#closing) return undefined;
    return { tick: this.#tick, duration: this.meter.barTicks, early: this.#early };
  }

  /** Bar line after the latest onset. */
  #nextBarLine(): number {
    const { barTicks } = this.meter;
    return (Math.floor(this.#tick / barTicks) + 1) * barTicks;
  }

  #moveTo(tick: number): void {
    if (tick === this.#tick) return;
    this.#tick = tick;
    this.#together = 0;
    this.#highest = -1;
  }

  #strike(row: readonly number[]): void {
    this.#rows++;
    this.#together++;
    this.#highest = row[COLUMN.pitch];
  }

  #mayAddToChord(): boolean {
    return (
      this.#together < MOST_TOGETHER && this.#allowed.some((yes, key) => yes && key > this.#highest)
    );
  }
}
