/** Tells a helper that was lost from one that is slow, and from a machine that slept. */

/** Looks are made every few hundredths of a second: a longer pause was everybody's, milliseconds. */
const PAUSE = 1000;

export class StallWatch {
  readonly #limit: number;
  #progress = -1;
  #since: number;
  #lookedAt: number;

  /** @param limit milliseconds without any progress that are too many; @param now milliseconds */
  constructor(limit: number, now: number) {
    this.#limit = limit;
    this.#since = now;
    this.#lookedAt = now;
  }

  /** @returns whether there has been no progress for too long, by this look at `now` */
  look(progress: number, now: number): boolean {
    if (progress !== this.#progress || now - this.#lookedAt > PAUSE) this.#since = now;
    this.#progress = progress;
    this.#lookedAt = now;
    return now - this.#since > this.#limit;
  }
}
