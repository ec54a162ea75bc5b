/** The beats of a count-in and of the click after it, handed over shortly before they sound. */

export interface Beats {
  /** Second of the audio clock at which the first bar begins, after the count-in. */
  start: number;
  /** Seconds. */
  perBeat: number;
  beatsPerBar: number;
  /** Beats before the first bar; they are always heard. */
  countIn: number;
}

export class Metronome {
  readonly #beats: Beats;
  readonly #strike: (time: number, accent: boolean) => void;
  #next: number;
  /** Whether the beats after the count-in are heard. */
  audible: boolean;

  /** @param strike sounds a beat; `accent` marks the first of a bar */
  constructor(beats: Beats, audible: boolean, strike: (time: number, accent: boolean) => void) {
    this.#beats = beats;
    this.audible = audible;
    this.#strike = strike;
    this.#next = -beats.countIn;
  }

  /** Hands over every beat from `now` to `horizon`, in seconds; beats missed in a stall are left out. */
  advance(now: number, horizon: number): void {
    const { start, perBeat, beatsPerBar } = this.#beats;
    for (; start + this.#next * perBeat < horizon; this.#next++) {
      const time = start + this.#next * perBeat;
      if (time < now || (this.#next >= 0 && !this.audible)) continue;
      this.#strike(time, this.#next % beatsPerBar === 0);
    }
  }
}
