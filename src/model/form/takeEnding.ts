/**
 * End of a take: the tonic triad of its sensed key, root at the bottom, on the beat of the last bar
 * where the piece of its plan ends. The network chooses keys, number of notes and lengths.
 */
import { LOWEST_KEY } from '../../music/encoding/melody';
import { GRID_PPQ } from '../../music/encoding/tickClasses';
import { tonicTriad } from '../../music/scales';

/** Size of the last chord from which only missing notes of the triad may join. */
const AMPLE = 3;
/** Semitones from one note of the last chord up to the next: between the hands, and where it must go on. */
const WIDEST_GAP = 19;
const OCTAVE = 12;
/** Grid ticks of an eighth. */
const EIGHTH = GRID_PPQ / 2;

/**
 * Grid ticks from the bar line to the last chord: the beat, or the middle of the bar, that is
 * nearest to where the piece of the plan ends. Its meter may be another.
 * @param share of the piece's last bar before its last onset, 0..1
 */
export function closingPlace(share: number, barTicks: number): number {
  const step = barTicks % GRID_PPQ === 0 ? GRID_PPQ : EIGHTH;
  const beats = Array.from(
    { length: Math.max(1, Math.floor(barTicks / step)) },
    (_, i) => i * step,
  );
  const places = (barTicks / 2) % EIGHTH === 0 ? [...beats, barTicks / 2] : beats;
  const distance = (place: number): number => Math.abs(place - share * barTicks);
  return places.reduce((nearest, place) => (distance(place) < distance(nearest) ? place : nearest));
}

export class TakeEnding {
  /** Grid tick of the last chord. */
  readonly tick: number;
  readonly #pitchClasses: readonly number[] | undefined;
  /** Allowed pitch classes of the tonic triad. */
  #triad: readonly number[] = [];
  readonly #struck = new Set<number>();
  #notes = 0;
  #highest = 0;

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
    // The network foresees no further note where the chord must go on, and would climb.
    if (key - this.#highest > (must ? OCTAVE : WIDEST_GAP)) return false;
    return (must ? missing : this.#triad).includes(pitchClassOf(key));
  }

  /** Adds a note of the last chord. */
  strike(key: number): void {
    this.#notes++;
    this.#highest = key;
    this.#struck.add(pitchClassOf(key));
  }

  get #missing(): number[] {
    return this.#triad.filter((pitchClass) => !this.#struck.has(pitchClass));
  }
}

function pitchClassOf(key: number): number {
  return (key + LOWEST_KEY) % 12;
}
