/** How fast a run goes: the median of recent steps, the first one not counted. */
import type { Pace } from './stepRecord';

/** Steps that the median is taken over. */
const WINDOW = 31;

export class StepClock {
  readonly #recent: { rows: number; milliseconds: number }[] = [];
  #first = true;

  /** @param rows that the network read in the step */
  add(rows: number, milliseconds: number): void {
    // The first step compiles shaders and fills caches: it says nothing of the others.
    if (this.#first) {
      this.#first = false;
      return;
    }
    this.#recent.push({ rows, milliseconds });
    if (this.#recent.length > WINDOW) this.#recent.shift();
  }

  /** @param stepsLeft steps still to take; nothing is known before the second step */
  pace(stepsLeft: number): Pace {
    const sorted = [...this.#recent].sort((a, b) => a.milliseconds - b.milliseconds);
    const median = sorted[Math.floor(sorted.length / 2)];
    if (!median) return {};
    // Batches are filled to different degrees, but take the same time: the mean says how full they are.
    const rows = sorted.reduce((sum, step) => sum + step.rows, 0) / sorted.length;
    return {
      notesPerSecond: (rows / median.milliseconds) * 1000,
      secondsLeft: (stepsLeft * median.milliseconds) / 1000,
    };
  }
}
