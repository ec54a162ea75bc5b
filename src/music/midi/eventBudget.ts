/** How much of a file is kept: memory must not grow with what only a hostile file holds. */

/** Notes, pedal moves, program changes and marks of one file. */
export const MAX_EVENTS = 3_000_000;

export class EventBudget {
  /** Something had to be left out. */
  isFull = false;
  #left: number;

  constructor(events = MAX_EVENTS) {
    this.#left = events;
  }

  /** @returns whether there is room for one more */
  take(): boolean {
    if (this.#left === 0) this.isFull = true;
    else this.#left--;
    return !this.isFull;
  }
}
