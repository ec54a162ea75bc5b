/** Distinguishes a lost helper from a slow one, and from a machine that slept. */

/** Milliseconds between two checks that mean a pause of the whole machine. */
const PAUSE = 1000;

export class StallWatch {
  readonly #limit: number;
  #progress = -1;
  #since: number;
  #lookedAt: number;

  /** @param limit milliseconds without progress that count as a stall; @param now milliseconds */
  constructor(limit: number, now: number) {
    this.#limit = limit;
    this.#since = now;
    this.#lookedAt = now;
  }

  /** @returns whether there has been no progress for longer than the limit */
  look(progress: number, now: number): boolean {
    if (progress !== this.#progress || now - this.#lookedAt > PAUSE) this.#since = now;
    this.#progress = progress;
    this.#lookedAt = now;
    return now - this.#since > this.#limit;
  }
}
