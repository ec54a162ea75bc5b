/** Map from seconds of the audio clock to seconds of the score. */

/** From `time` on, the score runs from `position` at `speed`. */
interface Stretch {
  /** Seconds on the audio clock. */
  time: number;
  /** Seconds of the score. */
  position: number;
  /** Score seconds per clock second. */
  speed: number;
}

/**
 * Playback is a list of stretches, one for each start, speed change and loop turn. Those that lie
 * ahead are kept beside the one that is heard, because notes are handed to the audio engine
 * before they sound.
 */
export class PlaybackClock {
  #stretches: Stretch[];

  constructor(time: number, position: number, speed: number) {
    this.#stretches = [{ time, position, speed }];
  }

  /** Begins a stretch at `position` and `time`, which is not before the newest stretch. */
  turn(time: number, position: number, speed: number = this.#newest.speed): void {
    this.#stretches.push({ time, position, speed });
  }

  /** Stands still from `from`, which is not before the newest stretch, until `until`. */
  rest(from: number, until: number): void {
    const { speed } = this.#newest;
    const position = this.newestPositionAt(from);
    this.turn(from, position, 0);
    this.turn(until, position, speed);
  }

  /** Drops the stretches that are over at `time`. */
  forgetBefore(time: number): void {
    while (this.#stretches.length > 1 && this.#stretches[1].time <= time) this.#stretches.shift();
  }

  /** The score second that sounds at `time`; before the first stretch, where that will begin. */
  positionAt(time: number): number {
    let stretch = this.#stretches[0];
    for (const next of this.#stretches) {
      if (next.time > time) break;
      stretch = next;
    }
    return stretch.position + Math.max(0, time - stretch.time) * stretch.speed;
  }

  /** The score second at `time` as the newest stretch counts; before its start, its beginning. */
  newestPositionAt(time: number): number {
    const { time: from, position, speed } = this.#newest;
    return position + Math.max(0, time - from) * speed;
  }

  /** When the newest stretch reaches `position`. */
  timeOf(position: number): number {
    return this.#newest.time + (position - this.#newest.position) / this.#newest.speed;
  }

  get #newest(): Stretch {
    return this.#stretches[this.#stretches.length - 1];
  }
}
