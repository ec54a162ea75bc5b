/** Speed of a run: median over recent steps, without the first. */
import type { Pace } from './stepRecord';

/** Window of the median, steps. */
const WINDOW = 31;

export class StepClock {
  readonly #recent: { rows: number; milliseconds: number }[] = [];
  #first = true;

  /** @param rows read by the network in the step */
  add(rows: number, milliseconds: number): void {
    // The first step compiles shaders and fills caches, so its time is not typical.
    if (this.#first) {
      this.#first = false;
      return;
    }
    this.#recent.push({ rows, milliseconds });
    if (this.#recent.length > WINDOW) this.#recent.shift();
  }

  /** @param stepsLeft remaining steps; the result is undefined before the second step */
  pace(stepsLeft: number): Pace {
    const sorted = [...this.#recent].sort((a, b) => a.milliseconds - b.milliseconds);
    const median = sorted[Math.floor(sorted.length / 2)];
    if (!median) return {};
    // Batches take the same time whatever their padding, so the mean number of rows is used.
    const rows = sorted.reduce((sum, step) => sum + step.rows, 0) / sorted.length;
    return {
      notesPerSecond: (rows / median.milliseconds) * 1000,
      secondsLeft: (stepsLeft * median.milliseconds) / 1000,
    };
  }
}
