/** Rolls that show the same part of the time: one that is moved or zoomed moves the others. */
import type { RollController } from './rollController';

export class RollLink {
  readonly #rolls = new Set<RollController>();

  /** @returns a function that takes the roll out again */
  join(roll: RollController): () => void {
    this.#rolls.add(roll);
    roll.onTime = (time) => {
      for (const other of this.#rolls) if (other !== roll) other.showTime(time);
    };
    return () => {
      this.#rolls.delete(roll);
      roll.onTime = undefined;
    };
  }
}
