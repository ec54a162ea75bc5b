/**
 * Matches: earlier places of a piece after the same run of notes as the current one, transposed or
 * not, and the notes that followed there. Notes are equal if their interval from the previous note
 * and their time are.
 */

/** Continuation of an earlier place. */
export interface Match {
  /** Length of the common run, in notes, at most `LONGEST_MATCH`. */
  length: number;
  /** Time class of the note that followed. */
  time: number;
  /** Its key, transposed. */
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

/** Least run length of a match; and the longest one that is counted. */
const SHORTEST_MATCH = 2;
export const LONGEST_MATCH = 16;
/** Limit of earlier places per search, latest first. */
const MOST_PLACES = 48;
/** Above every time class, and above every interval. */
const TIME_RANGE = 256;
const INTERVAL_RANGE = 256;

export class Matcher {
  readonly #notes: MatchedNote[] = [];
  /** Interval and time of each note as one number. */
  readonly #steps: number[] = [];
  /** Latest note after each pair of steps, and for each note the one before it. */
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

  /** Continuations after the same run; longest run first, then latest. */
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
    // The first note has no interval and belongs to no run.
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
