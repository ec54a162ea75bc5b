/** A take being composed with a plan: where it stands, what may come next, and when it has ended. */

import { KEYS, LOWEST_KEY } from '../../music/encoding/melody';
import { GRID_PPQ, TICK_CLASSES, tickClass } from '../../music/encoding/tickClasses';
import { FORM_COLUMNS as COLUMN } from '../../music/form/columns';
import type { Conditions } from '../../music/form/conditions';
import { FormDerivation } from '../../music/form/derivation';
import { keyOf } from '../../music/form/key';
import type { Random } from '../../music/random';
import { TakeEnding } from './takeEnding';

/** Notes that may begin together: hands have no more fingers. */
const MOST_TOGETHER = 10;
/** A take denser than this is stuck and ends at once. Notes per quarter. */
const MOST_NOTES_PER_QUARTER = 16;
/** A longer wait is silence and not music, in bars. */
const LONGEST_WAIT = 2;
/** A take from silence begins on a sixteenth, grid ticks. */
const FIRST_GRID = GRID_PPQ / 4;

export class FormTake {
  readonly random: Random;
  readonly derivation: FormDerivation;
  /** Whether it follows a plan. */
  readonly planned: boolean;
  readonly #allowed: readonly boolean[];
  readonly #barTicks: number;
  /** Grid tick at which the last bar ends: nothing begins or sounds there. */
  readonly #end: number;
  /** First grid tick of the last bar. */
  readonly #lastBar: number;
  /** Absent where the key is not known: then the take ends where the network ends it. */
  readonly #ending: TakeEnding | undefined;
  /** Grid tick of the latest onset. */
  #tick = 0;
  #rows = 0;
  #mostRows = Number.POSITIVE_INFINITY;
  /** Notes of the chord in hand, and its highest key. */
  #together = 0;
  #highest = -1;
  /** Grid ticks that each pitch class has sounded, C first. */
  readonly #sounding = new Array<number>(12).fill(0);
  /** Grid ticks that must pass before the next onset. */
  #rest = 0;
  #ended = false;
  #stuck = false;

  /**
   * @param conditions with the number of bars
   * @param pitchClasses that may be drawn, 0 (C) to 11; absent for all
   */
  constructor(random: Random, conditions: Conditions, pitchClasses?: readonly number[]) {
    const [{ barTicks }] = conditions.meters;
    this.random = random;
    this.derivation = new FormDerivation(conditions);
    this.planned = conditions.plan !== undefined;
    this.#barTicks = barTicks;
    this.#end = (conditions.bars ?? 1) * barTicks;
    this.#lastBar = this.#end - barTicks;
    const { key, lastPlace = 0 } = conditions;
    if (key !== undefined) {
      const place = Math.min(barTicks - 1, Math.round(lastPlace * barTicks));
      this.#ending = new TakeEnding(this.#lastBar + place, pitchClasses);
      this.#ending.hear(key);
    }
    this.#allowed = Array.from(
      { length: KEYS },
      (_, key) => !pitchClasses?.length || pitchClasses.includes((key + LOWEST_KEY) % 12),
    );
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Whether it ended since it had grown denser than hands can play. */
  get stuck(): boolean {
    return this.#stuck;
  }

  /** Whether it holds a note. */
  get begun(): boolean {
    return this.#rows > 0;
  }

  /** Takes over a row of the opening. */
  open(row: readonly number[]): void {
    this.#moveTo(this.#tick + TICK_CLASSES[row[COLUMN.time]]);
    this.#strike(row);
  }

  /**
   * The opening is over.
   * @param rest so long after its last onset nothing begins, in grid ticks
   */
  begin(rest = 0): void {
    this.#rest = Math.min(rest, TICK_CLASSES[TICK_CLASSES.length - 1]);
    const quarters = (this.#end - this.#tick) / GRID_PPQ;
    this.#mostRows = this.#rows + Math.ceil(quarters * MOST_NOTES_PER_QUARTER);
    if (this.#tick + this.#rest >= (this.#ending?.tick ?? this.#end)) this.#ended = true;
  }

  /** The time logits with what cannot be made impossible; undefined where nothing is left. */
  possibleTimes(logits: Float32Array): Float32Array | undefined {
    const longest = this.#rest + LONGEST_WAIT * this.#barTicks;
    const soonest = TICK_CLASSES.findIndex((ticks) => ticks >= this.#rest);
    const together = this.#rows > 0 && this.#mayAddToChord();
    // Any time but 0 ends the last chord once it is whole.
    if (together && this.#isLastChord && this.#ending?.complete) return logits;
    const latest = this.#ending?.tick ?? this.#end - 1;
    const isPossible = (time: number): boolean => {
      const ticks = TICK_CLASSES[time];
      if (time < soonest || this.#tick + ticks > latest) return false;
      if (this.#rows === 0) return ticks % FIRST_GRID === 0 && ticks < this.#barTicks;
      return time === 0 ? together : time === soonest || ticks <= longest;
    };
    let some = false;
    const possible = logits.map((logit, time) => {
      if (!isPossible(time)) return Number.NEGATIVE_INFINITY;
      some = true;
      return logit;
    });
    return some ? possible : undefined;
  }

  /** Waits for a time class; false where the take ends instead. */
  advance(time: number): boolean {
    if (time > 0 && this.#isLastChord) this.#ended = true;
    else this.#moveTo(this.#tick + TICK_CLASSES[time]);
    return !this.#ended;
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

  /**
   * The key logits with keys made impossible that are not allowed, or below one of the chord.
   * @param last whether the take ends with it
   */
  possibleKeys(logits: Float32Array, last: boolean): Float32Array {
    const closes = this.#isLastChord ? this.#ending : undefined;
    const possible = logits.map((logit, key) =>
      key > this.#highest && this.#allowed[key] ? logit : Number.NEGATIVE_INFINITY,
    );
    const closing = possible.map((logit, key) =>
      (closes?.allows(key, last) ?? true) ? logit : Number.NEGATIVE_INFINITY,
    );
    // Where no key above fits, the chord is left as it can be.
    return closing.some(Number.isFinite) ? closing : possible;
  }

  /**
   * The length logits with those made impossible that sound past the end, or into the last chord
   * without being part of it.
   */
  possibleLengths(logits: Float32Array, key: number): Float32Array {
    const ending = this.#ending;
    const foreign = ending && this.#tick < ending.tick && !ending.holds(key);
    const end = foreign ? ending.tick : this.#end;
    const longest = Math.max(1, tickClass(end - this.#tick));
    return logits.map((logit, length) =>
      length > 0 && length <= longest ? logit : Number.NEGATIVE_INFINITY,
    );
  }

  /** Whether the take may end with the note in hand. */
  get mayEnd(): boolean {
    if (!this.#ending) return this.#tick >= this.#lastBar;
    return this.#isLastChord && this.#ending.nearlyComplete;
  }

  get #isLastChord(): boolean {
    return this.#rows > 0 && this.#tick === this.#ending?.tick;
  }

  /** Takes a composed row. */
  compose(row: readonly number[]): void {
    this.#rest = 0;
    this.#strike(row);
    this.#stuck = this.#rows >= this.#mostRows;
    this.#ended = row[COLUMN.end] === 1 || this.#stuck;
  }

  /** Ends the take where nothing more fits into it. */
  finish(): void {
    this.#ended = true;
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
    this.#sounding[(this.#highest + LOWEST_KEY) % 12] += TICK_CLASSES[row[COLUMN.duration]];
    if (this.#isLastChord) this.#ending?.strike(this.#highest);
    else this.#ending?.hear(keyOf(this.#sounding) ?? 0);
    this.derivation.read(row);
  }

  #mayAddToChord(): boolean {
    return (
      this.#together < MOST_TOGETHER && this.#allowed.some((yes, key) => yes && key > this.#highest)
    );
  }
}
