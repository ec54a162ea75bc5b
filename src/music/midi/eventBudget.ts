/** Limit on the events kept from one file, so that a hostile file cannot exhaust the memory. */

/** Notes, pedal moves, program changes and marks of one file. */
export const MAX_EVENTS = 3_000_000;

export class EventBudget {
  /** Whether an event was left out. */
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
