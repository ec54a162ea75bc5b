/** Derived columns of the encoding "form", computed row by row. */
import { barPosition, type GridMeter } from '../encoding/barPosition';
import type { Derivation } from '../encoding/encoding';
import { KEYS } from '../encoding/melody';
import { TICK_CLASSES, tickClass } from '../encoding/tickClasses';
import { STYLES } from '../style';
import { BarCollector, BarGrid, type BarSpot } from './bars';
import { FORM_COLUMNS as COLUMN, END_CLASSES, FARTHEST_STEP, PHRASE_BARS } from './columns';
import type { Conditions } from './conditions';
import { LagMemory, MERIT_CLASSES } from './lags';
import { isLooping } from './loops';
import { LONGEST_MATCH, type Match, Matcher } from './matches';
import { PlanMemory } from './planMemory';
import { SoundingNotes } from './sounding';
import { type Foretold, VoiceMemory } from './voices';

/** Indices of the sounding notes with columns of their pitch classes, from the lowest up. */
const HELD_CLASSES = [0, 1, 2, 3, 4] as const;
/** No value. */
const NONE = -1;
/** Least match length of each class. */
const LENGTH_STEPS = [2, 3, 4, 6, 8, 12, LONGEST_MATCH] as const;

export class FormDerivation implements Derivation {
  readonly #conditions: Conditions;
  readonly #grid: BarGrid;
  readonly #collector = new BarCollector();
  readonly #plan: PlanMemory;
  readonly #lags: LagMemory;
  readonly #matcher = new Matcher();
  readonly #voices = new VoiceMemory();
  readonly #sounding = new SoundingNotes();
  /** Latest length class of each key. */
  readonly #lengths = new Map<number, number>();
  /** Whether the bars before a bar are a loop, for the bar that was asked for last. */
  #loop = { bar: NONE, found: false };
  #tick = 0;
  /** Highest key of the current chord; -1 before the first note. */
  #highest = NONE;
  /** Number of notes of the current chord. */
  #together = 0;
  #matches: Match[] = [];
  #lines: Foretold[] = [];
  /** Place of the incomplete note, and the highest key below it. */
  #spot: BarSpot;
  #below = NONE;

  constructor(conditions: Conditions) {
    this.#conditions = conditions;
    this.#grid = new BarGrid(conditions.meters);
    this.#plan = new PlanMemory(conditions.plan, this.#collector.bars);
    this.#lags = new LagMemory(this.#collector.bars);
    this.#spot = this.#grid.at(0);
  }

  /** Whether the bars before the incomplete note are a loop of full length. */
  isLooping(time: number): boolean {
    const { index } = this.#grid.at(this.#tick + TICK_CLASSES[time]);
    if (index !== this.#loop.bar) {
      this.#loop = { bar: index, found: isLooping(this.#collector.bars, index) };
    }
    return this.#loop.found;
  }

  complete(row: number[]): void {
    if (row.length === 0) this.#beforeTime(row);
    else if (row.length === COLUMN.time + 1) this.#afterTime(row);
    else if (row.length === COLUMN.end + 1) this.#beforePitch(row);
    else if (row.length === COLUMN.pitch + 1) this.#beforeVelocity(row);
    else if (row.length === COLUMN.velocity + 1) this.#beforeLength(row);
  }

  read(row: readonly number[]): void {
    const [time, pitch] = [row[COLUMN.time], row[COLUMN.pitch]];
    const [duration, velocity] = [row[COLUMN.duration], row[COLUMN.velocity]];
    this.#moveTo(time);
    this.#plan.judge(this.#spot, this.#below, pitch);
    this.#lags.judge(this.#spot, pitch);
    this.#tick += TICK_CLASSES[time];
    this.#highest = pitch;
    this.#collector.add(this.#spot, { pitch, duration, velocity });
    this.#matcher.add({ time, pitch, duration, velocity });
    this.#together = time === 0 ? this.#together + 1 : 1;
    this.#sounding.add(this.#tick, pitch, TICK_CLASSES[duration]);
    this.#voices.add(this.#tick, pitch, TICK_CLASSES[duration], velocity);
    this.#lengths.set(pitch, duration);
  }

  #beforeTime(row: number[]): void {
    const spot = this.#grid.at(this.#tick);
    const { style, key } = this.#conditions;
    const begun = this.#highest !== NONE;
    this.#matches = this.#matcher.find();
    this.#lines = this.#voices.foretell(this.#tick, this.#highest);
    const [match] = this.#matches;
    const line = soonest(this.#lines);
    const release = this.#sounding.toRelease(this.#tick);
    const lag = begun ? this.#lags.best(spot) : undefined;
    const at = { place: spot.place, highest: this.#highest };
    const ticks = begun ? this.#lags.ticks(spot, at) : undefined;
    row.push(
      style === undefined ? NONE : STYLES.indexOf(style),
      key ?? NONE,
      this.#barsToEnd(spot.index),
      this.#plan.degree(spot.index),
      this.#plan.degree(spot.index + 1),
      release === undefined ? NONE : tickClass(release),
      this.#plan.run,
      begun ? this.#plan.time(spot, this.#highest) : NONE,
      lengthClass(match),
      match?.time ?? NONE,
      lag ? lag.merit : MERIT_CLASSES,
      ticks === undefined ? NONE : tickClass(ticks),
      lengthClass(line),
      line ? tickClass(line.tick - this.#tick) : NONE,
    );
  }

  #afterTime(row: number[]): void {
    this.#moveTo(row[COLUMN.time]);
    const { index } = this.#spot;
    const { meter, bar, beat } = barPosition(this.#tickOf(row), this.#meterAt(this.#tickOf(row)));
    row.push(
      meter,
      bar,
      beat,
      index % PHRASE_BARS,
      this.#barsToEnd(index),
      this.#plan.degree(index),
    );
  }

  #beforePitch(row: number[]): void {
    this.#moveTo(row[COLUMN.time]);
    const spot = this.#spot;
    const following = this.#matches.filter(({ time }) => time === row[COLUMN.time]);
    const possible = following.filter(({ pitch }) => pitch > this.#below && pitch < KEYS);
    const [match] = possible;
    const other = possible.find(({ pitch }) => pitch !== match.pitch);
    const tick = this.#tickOf(row);
    const lines = this.#lines.filter(
      (line) => line.tick === tick && line.pitch > this.#below && line.pitch < KEYS,
    );
    const [line] = lines;
    const otherLine = lines.find(({ pitch }) => pitch !== line.pitch);
    const [lagged, otherLagged] = this.#lags.notes(spot, this.#below);
    const held = this.#sounding.heldAt(tick);
    const together = row[COLUMN.time] === 0 ? this.#together : 0;
    const ended = this.#sounding.endingAt(tick).at(together);
    const step = ended === undefined ? undefined : this.#voices.stepTo(ended);
    row.push(
      ended ?? NONE,
      step === undefined ? NONE : stepClass(step),
      held[0] ?? NONE,
      ...HELD_CLASSES.map((index) => (held[index] === undefined ? NONE : held[index] % 12)),
      held.at(-1) ?? NONE,
      this.#plan.pitch(spot, this.#below),
      lengthClass(match),
      match?.pitch ?? NONE,
      other?.pitch ?? NONE,
      lagged?.pitch ?? NONE,
      otherLagged?.pitch ?? NONE,
      lengthClass(line),
      line?.pitch ?? NONE,
      otherLine?.pitch ?? NONE,
    );
  }

  #beforeVelocity(row: number[]): void {
    const remembered = this.#match(row) ?? this.#lags.same(this.#spot, row[COLUMN.pitch]);
    const before = this.#voices.before(this.#tickOf(row), row[COLUMN.pitch]);
    row.push(before?.velocity ?? NONE, remembered?.velocity ?? NONE);
  }

  #beforeLength(row: number[]): void {
    const pitch = row[COLUMN.pitch];
    const spot = this.#spot;
    const tick = this.#tickOf(row);
    const line = this.#lines.find((found) => found.tick === tick && found.pitch === pitch);
    const before = this.#voices.before(tick, pitch);
    row.push(
      before ? Math.max(1, tickClass(before.duration)) : NONE,
      this.#plan.same(spot, pitch)?.duration ?? NONE,
      this.#match(row)?.duration ?? NONE,
      line ? Math.max(1, tickClass(line.duration)) : NONE,
      this.#lags.same(spot, pitch)?.duration ?? NONE,
      this.#lengths.get(pitch) ?? NONE,
    );
  }

  /** Longest match that foretold this time and this key. */
  #match(row: readonly number[]): Match | undefined {
    return this.#matches.find(
      ({ time, pitch }) => time === row[COLUMN.time] && pitch === row[COLUMN.pitch],
    );
  }

  /** Moves the incomplete note to the onset given by its time. */
  #moveTo(time: number): void {
    const ticks = TICK_CLASSES[time];
    this.#spot = this.#grid.at(this.#tick + ticks);
    this.#below = ticks === 0 ? this.#highest : NONE;
  }

  #tickOf(row: readonly number[]): number {
    return this.#tick + TICK_CLASSES[row[COLUMN.time]];
  }

  #meterAt(tick: number): GridMeter {
    let [found] = this.#conditions.meters;
    for (const meter of this.#conditions.meters) {
      if (meter.tick > tick) break;
      found = meter;
    }
    return found;
  }

  #barsToEnd(index: number): number {
    const { bars } = this.#conditions;
    if (bars === undefined) return NONE;
    return Math.max(0, Math.min(END_CLASSES - 1, bars - 1 - index));
  }
}

/** Class of the length of a match; 0 for none. */
function lengthClass(memory: { length: number } | undefined): number {
  if (!memory) return 0;
  let index = 0;
  while (index < LENGTH_STEPS.length && memory.length >= LENGTH_STEPS[index]) index++;
  return index;
}

function stepClass(semitones: number): number {
  return Math.max(-FARTHEST_STEP, Math.min(FARTHEST_STEP, semitones)) + FARTHEST_STEP;
}

/** Line with the earliest next onset; the longest among equals. */
function soonest(lines: readonly Foretold[]): Foretold | undefined {
  let first: Foretold | undefined;
  for (const line of lines) if (!first || line.tick < first.tick) first = line;
  return first;
}
