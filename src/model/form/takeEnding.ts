/**
 * End of a take: the tonic triad of its sensed key, root at the bottom, at the place in the last
 * bar where the piece of its plan ends. The network chooses keys, number of notes and lengths.
 */
import { LOWEST_KEY } from '../../music/encoding/melody';
import { tonicTriad } from '../../music/scales';

/** Size of the last chord from which only missing notes of the triad may join. */
const AMPLE = 4;

export class TakeEnding {
  /** Grid tick of the last chord. */
  readonly tick: number;
  readonly #pitchClasses: readonly number[] | undefined;
  /** Allowed pitch classes of the tonic triad. */
  #triad: readonly number[] = [];
  readonly #struck = new Set<number>();
  #notes = 0;

  /** @param pitchClasses that may be drawn, 0 (C) to 11. Default: all. */
  constructor(tick: number, pitchClasses: readonly number[] | undefined) {
    this.tick = tick;
    this.#pitchClasses = pitchClasses?.length ? pitchClasses : undefined;
  }

  /** @param key sensed in the take so far, 0..23, see `music/form/key.ts` */
  hear(key: number): void {
    this.#triad = tonicTriad(key).filter(
      (pitchClass) => this.#pitchClasses?.includes(pitchClass) ?? true,
    );
  }

  /** Whether the triad is complete. */
  get complete(): boolean {
    return this.#triad.every((pitchClass) => this.#struck.has(pitchClass));
  }

  /** Whether one more note may be the last one. */
  get nearlyComplete(): boolean {
    return this.#missing.length <= 1;
  }

  /** Whether the triad holds this key, from A0 on. */
  holds(key: number): boolean {
    return this.#triad.includes(pitchClassOf(key));
  }

  /**
   * Whether the last chord may be extended by this key, from A0 on.
   * @param last whether no note follows it
   */
  allows(key: number, last: boolean): boolean {
    if (this.#triad.length === 0) return true;
    if (this.#notes === 0) return pitchClassOf(key) === this.#triad[0];
    const missing = this.#missing;
    const must = missing.length > 0 && (last || this.#notes >= AMPLE);
    return (must ? missing : this.#triad).includes(pitchClassOf(key));
  }

  /** Adds a note of the last chord. */
  strike(key: number): void {
    this.#notes++;
    this.#struck.add(pitchClassOf(key));
  }

  get #missing(): number[] {
    return this.#triad.filter((pitchClass) => !this.#struck.has(pitchClass));
  }
}

function pitchClassOf(key: number): number {
  return (key + LOWEST_KEY) % 12;
}
