/** What is heard now, smooth enough to draw a playhead by. */

/** What of an `AudioContext` tells the time. */
export type AudioTime = Pick<
  AudioContext,
  'currentTime' | 'baseLatency' | 'outputLatency' | 'state'
>;

/** Further apart than this, the two clocks have nothing to do with each other any more. Seconds. */
const BREAK = 0.1;
/** Share of the difference that is made up at each reading. */
const CORRECTION = 0.05;

/**
 * The audio clock moves in blocks of a few milliseconds, and not evenly; a playhead that follows
 * it stutters. This clock runs with the page's clock and leans gently towards the audio clock.
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

  /** The second of the audio clock that leaves the loudspeaker now. */
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

  /** Some browsers do not say how long sound is on its way, or say so only while it plays. */
  get #latency(): number {
    return this.#context.outputLatency || this.#context.baseLatency || 0;
  }
}
