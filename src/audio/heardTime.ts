/** Time of what is heard now, smoothed for drawing a playhead. */

/** The part of an `AudioContext` that is read. */
export type AudioTime = Pick<
  AudioContext,
  'currentTime' | 'baseLatency' | 'outputLatency' | 'state'
>;

/** Difference from which the clocks are set equal instead of adjusted, in seconds. */
const BREAK = 0.1;
/** Share of the difference corrected at each reading. */
const CORRECTION = 0.05;

/**
 * The audio clock moves in blocks of a few milliseconds, and not evenly; a playhead that follows
 * it stutters. This clock runs with the page's clock and is corrected towards the audio clock.
 */
export class HeardTime {
  readonly #context: AudioTime;
  readonly #pageTime: () => number;
  /** Page time less audio time, in seconds; undefined before the first reading. */
  #offset: number | undefined;

  /** @param pageTime milliseconds, as `performance.now()` */
  constructor(context: AudioTime, pageTime: () => number = () => performance.now()) {
    this.#context = context;
    this.#pageTime = pageTime;
  }

  /** Audio clock time of what leaves the loudspeaker now, in seconds. */
  now(): number {
    const { currentTime, state } = this.#context;
    if (state !== 'running') return currentTime - this.#latency;
    const offset = this.#pageTime() / 1000 - currentTime;
    const difference = offset - (this.#offset ?? offset);
    this.#offset =
      this.#offset === undefined || Math.abs(difference) > BREAK
        ? offset
        : this.#offset + difference * CORRECTION;
    return this.#pageTime() / 1000 - this.#offset - this.#latency;
  }

  /** Output latency in seconds. Some browsers report none, or only while sound plays. */
  get #latency(): number {
    return this.#context.outputLatency || this.#context.baseLatency || 0;
  }
}
