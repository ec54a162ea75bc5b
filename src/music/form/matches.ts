/**
 * Matches: earlier places of a piece that were led to by the same notes as the present one, moved
 * up or down or not, and what followed there. A note counts as the same where its interval from the
 * note before and its time are.
 */

/** What followed an earlier place. */
export interface Match {
  /** Notes that led there and here alike, at most `LONGEST_MATCH`. */
  length: number;
  /** Time class of the note that followed. */
  time: number;
  /** Its key, moved along. */
  pitch: number;
  /** Classes of its length and velocity. */
  duration: number;
  velocity: number;
}

export interface MatchedNote {
  time: number;
  pitch: number;
  duration: number;
  velocity: number;
}

/** A run shorter than this says nothing; a longer one is cut. */
const SHORTEST_MATCH = 2;
export const LONGEST_MATCH = 16;
/** Earlier places that are looked at, latest first. */
const MOST_PLACES = 48;
/** More than any time class, and more than any interval is wide. */
const TIME_RANGE = 256;
const INTERVAL_RANGE = 256;

export class Matcher {
  readonly #notes: MatchedNote[] = [];
  /** Interval and time of each note as one number. */
  readonly #steps: number[] = [];
  /** Latest note at which each pair of steps ended, and for each note the one before it. */
  readonly #latest = new Map<number, number>();
  readonly #before: number[] = [];

  add(note: MatchedNote): void {
    const previous = this.#notes.at(-1);
    const index = this.#notes.length;
    const interval = previous ? note.pitch - previous.pitch : 0;
    this.#notes.push(note);
    this.#steps.push((interval + INTERVAL_RANGE / 2) * TIME_RANGE + note.time);
    if (index < SHORTEST_MATCH) {
      this.#before.push(-1);
      return;
    }
    const pair = this.#steps[index - 1] * INTERVAL_RANGE * TIME_RANGE + this.#steps[index];
    this.#before.push(this.#latest.get(pair) ?? -1);
    this.#latest.set(pair, index);
  }

  /** What followed wherever the same notes led; longest first, the later one first among equals. */
  find(): Match[] {
    const here = this.#notes.length - 1;
    if (here < SHORTEST_MATCH) return [];
    const found: Match[] = [];
    let place = this.#before[here];
    for (let count = 0; place >= 0 && count < MOST_PLACES; count++) {
      const { time, pitch, duration, velocity } = this.#notes[place + 1];
      found.push({
        length: this.#lengthAt(place, here),
        time,
        pitch: this.#notes[here].pitch + pitch - this.#notes[place].pitch,
        duration,
        velocity,
      });
      place = this.#before[place];
    }
    return found.sort((a, b) => b.length - a.length);
  }

  #lengthAt(place: number, here: number): number {
    let length = SHORTEST_MATCH;
    // The first note has no interval: it is part of no run.
    while (
      length < LONGEST_MATCH &&
      place - length > 0 &&
      this.#steps[place - length] === this.#steps[here - length]
    ) {
      length++;
    }
    return length;
  }
}
