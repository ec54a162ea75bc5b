/** A take being composed: where it stands, what may come next, and how it ends. */
import type { GridMeter } from '../../music/encoding/barPosition';
import { KEYS, LOWEST_KEY } from '../../music/encoding/melody';
import { STUDIO_COLUMNS as COLUMN } from '../../music/encoding/studio';
import { GRID_PPQ, TICK_CLASSES } from '../../music/encoding/tickClasses';
import type { Random } from '../../music/random';
import type { Closing } from '../composer';

/** Notes that may begin together: hands have no more fingers. */
const MOST_TOGETHER = 10;
/** A take denser than this is stuck: it ends with the bar in hand. Notes per quarter. */
const MOST_NOTES_PER_QUARTER = 16;
/** A longer wait is silence and not music, in bars. */
const LONGEST_WAIT = 2;

export class TakeConstraints {
  readonly random: Random;
  readonly meter: GridMeter;
  readonly #allowed: readonly boolean[];
  /** Grid tick of the latest onset. */
  #tick = 0;
  #rows = 0;
  /** Notes of the chord in hand, and its highest key. */
  #together = 0;
  #highest = -1;
  /** A bar line; the closing chord stands on it. */
  #end = Number.POSITIVE_INFINITY;
  #mostRows = Number.POSITIVE_INFINITY;
  /** Grid ticks that must pass before the next onset. */
  #rest = 0;
  #closing = false;
  #early = false;
  #ended = false;

  /** @param pitchClasses that may be drawn, 0 (C) to 11; absent for all */
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

  /** Takes over a row of the opening. */
  open(row: readonly number[]): void {
    this.#moveTo(this.#tick + TICK_CLASSES[row[COLUMN.time]]);
    this.#strike(row);
  }

  /**
   * Sets the end: `bars` whole bars after the bar in hand, or after the start.
   * @param rest so long after the latest onset nothing begins, in grid ticks; at most the longest
   * time that has a class
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

  /** The time logits with what cannot be made impossible. */
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
   * Waits for a time class; what would lie beyond the end becomes the closing chord on it. A take
   * that is stuck closes on the next bar line, so that no silence is left before its end.
   * @returns whether a note follows; after the closing chord the take has ended
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
   * How probable it is that a note which joins the chord in hand may stand in it: above the chord,
   * as in the music that was learnt from.
   * @param keys probabilities of the keys of such a note, before anything is made impossible
   * @returns a share of what is allowed at all, 0..1
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

  /** The key logits with keys made impossible that are not allowed, or below one of the chord. */
  possibleKeys(logits: Float32Array): Float32Array {
    return logits.map((logit, key) =>
      key > this.#highest && this.#allowed[key] ? logit : Number.NEGATIVE_INFINITY,
    );
  }

  /**
   * Takes a composed row.
   * @returns for a note of the closing chord where it stands and that it holds for its whole bar
   */
  compose(row: readonly number[]): Closing | undefined {
    this.#rest = 0;
    this.#strike(row);
    if (!this.#closing) return undefined;
    return { tick: this.#tick, duration: this.meter.barTicks, early: this.#early };
  }

  /** The bar line after the latest onset. */
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
