/** A take in progress with a plan: its position, the possible next values, and its end. */

import { KEYS, LOWEST_KEY } from '../../music/encoding/melody';
import { GRID_PPQ, TICK_CLASSES, tickClass } from '../../music/encoding/tickClasses';
import { FORM_COLUMNS as COLUMN } from '../../music/form/columns';
import type { Conditions } from '../../music/form/conditions';
import { FormDerivation } from '../../music/form/derivation';
import { keyOf } from '../../music/form/key';
import type { Random } from '../../music/random';
import { closingPlace, TakeEnding } from './takeEnding';

/** Most notes of a chord: ten fingers. */
const MOST_TOGETHER = 10;
/** Density of a stuck take, which ends at once. Notes per quarter. */
const MOST_NOTES_PER_QUARTER = 16;
/** Longest rest, in bars. */
const LONGEST_WAIT = 2;
/** Grid of the first onset without a prompt: a sixteenth, in grid ticks. */
const FIRST_GRID = GRID_PPQ / 4;

export class FormTake {
  readonly random: Random;
  readonly derivation: FormDerivation;
  /** Whether it has a plan. */
  readonly planned: boolean;
  readonly #allowed: readonly boolean[];
  readonly #barTicks: number;
  /** Grid tick of the end of the last bar: no note starts or sounds there. */
  readonly #end: number;
  /** First grid tick of the last bar. */
  readonly #lastBar: number;
  /** Default: none (unknown key; the network alone ends the take). */
  readonly #ending: TakeEnding | undefined;
  /** Grid tick of the latest onset. */
  #tick = 0;
  #rows = 0;
  #mostRows = Number.POSITIVE_INFINITY;
  /** Notes of the current chord, and its highest key. */
  #together = 0;
  #highest = -1;
  /** Grid ticks of sound by pitch class, C first. */
  readonly #sounding = new Array<number>(12).fill(0);
  /** Least grid ticks to the next onset. */
  #rest = 0;
  /** Grid tick from which on nothing is composed. */
  #stop = Number.POSITIVE_INFINITY;
  /** Whether a note was composed after the opening. */
  #composed = false;
  #ended = false;
  #stuck = false;

  /**
   * @param conditions with the number of bars
   * @param pitchClasses that may be drawn, 0 (C) to 11. Default: all.
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
      const place = closingPlace(lastPlace, barTicks);
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

  /** Whether it ended because it had grown too dense for hands. */
  get stuck(): boolean {
    return this.#stuck;
  }

  /** Whether it contains a note. */
  get begun(): boolean {
    return this.#rows > 0;
  }

  /** Adds a row of the prompt. */
  open(row: readonly number[]): void {
    this.#moveTo(this.#tick + TICK_CLASSES[row[COLUMN.time]]);
    this.#strike(row);
  }

  /**
   * Ends the prompt.
   * @param rest least time from its last onset to the next, in grid ticks
   * @param stopAt grid tick from which on nothing is composed. Default: the take's end.
   */
  begin(rest = 0, stopAt = Number.POSITIVE_INFINITY): void {
    this.#rest = Math.min(rest, TICK_CLASSES[TICK_CLASSES.length - 1]);
    this.#stop = stopAt;
    const quarters = (Math.min(this.#end, stopAt) - this.#tick) / GRID_PPQ;
    this.#mostRows = this.#rows + Math.ceil(quarters * MOST_NOTES_PER_QUARTER);
    if (this.#tick + this.#rest > (this.#ending?.tick ?? this.#end - 1)) this.#ended = true;
  }

  /** Time logits, impossible times masked; undefined if none is possible. */
  possibleTimes(logits: Float32Array): Float32Array | undefined {
    const longest = this.#rest + LONGEST_WAIT * this.#barTicks;
    const soonest = TICK_CLASSES.findIndex((ticks) => ticks >= this.#rest);
    const together = this.#rows > 0 && this.#mayAddToChord();
    // Any time above 0 ends the last chord once it is complete.
    if (together && this.#isLastChord && this.#ending?.complete) return logits;
    const last = this.#ending?.tick ?? this.#end - 1;
    // A passage holds at least one note; afterwards a time beyond it ends it.
    const latest = this.#composed ? last : Math.min(last, this.#stop - 1);
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

  /** Advances by a time class; false if the take ends instead. */
  advance(time: number): boolean {
    const tick = this.#tick + TICK_CLASSES[time];
    if ((time > 0 && this.#isLastChord) || tick >= this.#stop) this.#ended = true;
    else this.#moveTo(tick);
    return !this.#ended;
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

  /**
   * Key logits, without keys that are not allowed or lie below the top of the chord.
   * @param last whether the take ends with the note
   */
  possibleKeys(logits: Float32Array, last: boolean): Float32Array {
    const closes = this.#isLastChord ? this.#ending : undefined;
    const possible = logits.map((logit, key) =>
      key > this.#highest && this.#allowed[key] ? logit : Number.NEGATIVE_INFINITY,
    );
    const closing = possible.map((logit, key) =>
      (closes?.allows(key, last) ?? true) ? logit : Number.NEGATIVE_INFINITY,
    );
    // Without a possible key above, the chord stays incomplete.
    return closing.some(Number.isFinite) ? closing : possible;
  }

  /**
   * Length logits, without lengths that sound past the end, or into the last chord without being
   * part of it.
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

  /** Whether the take may end with the current note. */
  get mayEnd(): boolean {
    if (!this.#ending) return this.#tick >= this.#lastBar;
    return this.#isLastChord && this.#ending.nearlyComplete;
  }

  get #isLastChord(): boolean {
    return this.#rows > 0 && this.#tick === this.#ending?.tick;
  }

  /** Adds a composed row. */
  compose(row: readonly number[]): void {
    this.#rest = 0;
    this.#composed = true;
    this.#strike(row);
    this.#stuck = this.#rows >= this.#mostRows;
    this.#ended = row[COLUMN.end] === 1 || this.#stuck;
  }

  /** Ends the take if no further note fits. */
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
