/** Memory by the plan: what the bar that each bar repeats says of the note to come. */
import { KEYS } from '../encoding/melody';
import { TICK_CLASSES, tickClass } from '../encoding/tickClasses';
import type { Bar, BarNote, BarSpot } from './bars';
import { RUN_CLASSES } from './columns';
import { echoedNote, echoedTicks, struckThere } from './echo';
import { DEGREES, NEW_BAR, type PlannedBar } from './plan';

/** No value. */
const NONE = -1;
/** What an echo says where the bar referred to holds nothing more. */
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
   * @param plan absent where it is not known
   * @param bars that grow with the piece
   */
  constructor(plan: readonly PlannedBar[] | undefined, bars: readonly Bar[]) {
    this.#plan = plan;
    this.#bars = bars;
  }

  /** Notes in a row that were foretold rightly, at most the last class. */
  get run(): number {
    return this.#plan ? this.#run : NONE;
  }

  /** Class of the degree by which a bar returns. */
  degree(index: number): number {
    return this.#plan ? DEGREES.indexOf(this.#planned(index).degree) : NONE;
  }

  /** Class of the time to the next onset, over the bar line where the next bar returns too. */
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

  /** The key struck there above `highest`; none where only the rhythm returns. */
  pitch(spot: BarSpot, highest: number): number {
    const reference = this.#reference(spot.index);
    if (!reference || reference.degree === 'rhythm') return NONE;
    const note = echoedNote(reference.bar, { place: spot.place, highest }, reference.shift);
    const pitch = note ? note.pitch + reference.shift : NONE;
    return pitch < KEYS ? pitch : NONE;
  }

  /** The same note in the bar referred to. */
  same(spot: BarSpot, pitch: number): BarNote | undefined {
    const reference = this.#reference(spot.index);
    return reference && struckThere(reference.bar, spot.place, pitch - reference.shift);
  }

  /** Takes note of a key that was struck above `highest`. */
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
