/** Memory by the plan: predictions from the bar that each bar repeats. */
import { KEYS } from '../encoding/melody';
import { TICK_CLASSES, tickClass } from '../encoding/tickClasses';
import type { Bar, BarNote, BarSpot } from './bars';
import { RUN_CLASSES } from './columns';
import { echoedNote, echoedTicks, struckThere } from './echo';
import { DEGREES, NEW_BAR, type PlannedBar } from './plan';

/** No value. */
const NONE = -1;
/** Echo of a repeated bar without further notes. */
const NOTHING = TICK_CLASSES.length;

interface Reference {
  bar: Bar;
  shift: number;
  degree: PlannedBar['degree'];
}

export class PlanMemory {
  readonly #plan: readonly PlannedBar[] | undefined;
  readonly #bars: readonly Bar[];
  #run = 0;

  /**
   * @param plan Default: unknown.
   * @param bars of the growing piece
   */
  constructor(plan: readonly PlannedBar[] | undefined, bars: readonly Bar[]) {
    this.#plan = plan;
    this.#bars = bars;
  }

  /** Class of the number of consecutive correct predictions. */
  get run(): number {
    return this.#plan ? this.#run : NONE;
  }

  /** Class of the bar's degree of repetition. */
  degree(index: number): number {
    return this.#plan ? DEGREES.indexOf(this.#planned(index).degree) : NONE;
  }

  /** Class of the time to the next onset; crosses the bar line if the next bar is a repeat too. */
  time(spot: BarSpot, highest: number): number {
    const reference = this.#reference(spot.index);
    if (reference) {
      const ticks = echoedTicks(reference.bar, { place: spot.place, highest }, reference.shift);
      if (ticks !== undefined) return tickClass(ticks);
    }
    const next = this.#reference(spot.index + 1)?.bar.onsets[0];
    if (next) return tickClass(spot.ticks - spot.place + next.place);
    return reference ? NOTHING : NONE;
  }

  /** Next key above `highest`; -1 if only the rhythm returns. */
  pitch(spot: BarSpot, highest: number): number {
    const reference = this.#reference(spot.index);
    if (!reference || reference.degree === 'rhythm') return NONE;
    const note = echoedNote(reference.bar, { place: spot.place, highest }, reference.shift);
    const pitch = note ? note.pitch + reference.shift : NONE;
    return pitch < KEYS ? pitch : NONE;
  }

  /** The same note in the repeated bar. */
  same(spot: BarSpot, pitch: number): BarNote | undefined {
    const reference = this.#reference(spot.index);
    return reference && struckThere(reference.bar, spot.place, pitch - reference.shift);
  }

  /** Updates the run with a key that was struck above `highest`. */
  judge(spot: BarSpot, highest: number, pitch: number): void {
    const foretold = pitch === this.pitch(spot, highest);
    const returns = this.#planned(spot.index).degree !== 'new';
    this.#run = returns && foretold ? Math.min(RUN_CLASSES - 1, this.#run + 1) : 0;
  }

  #planned(index: number): PlannedBar {
    return this.#plan?.[index] ?? NEW_BAR;
  }

  #reference(index: number): Reference | undefined {
    const { lag, shift, degree } = this.#planned(index);
    const bar = lag > 0 ? this.#bars[index - lag] : undefined;
    return bar && { bar, shift, degree };
  }
}
