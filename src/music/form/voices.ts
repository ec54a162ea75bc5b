/**
 * Memory by voices: each line of a piece separately, and the continuations of the same line in any
 * voice, transposed or not. It finds what a match of all notes cannot: a theme over another bass,
 * an imitation, a sequence.
 *
 * Each new note joins the nearest free voice. Lines are equal if their times are and their intervals
 * span the same numbers of scale steps.
 */

/** A note in its voice. */
interface VoiceNote {
  tick: number;
  pitch: number;
  duration: number;
  velocity: number;
  /** Neighbours in the voice; -1 for none (yet). */
  previous: number;
  next: number;
  /** Scale steps and ticks since the previous note, as one number; -1 for the first. */
  step: number;
  /** Latest earlier note with the same last two steps; -1 for none. */
  alike: number;
  /** Earlier notes after the same line, longest first; computed on first use. */
  candidates?: Candidate[];
}

interface Candidate {
  note: number;
  /** Length of the common line, in steps. */
  length: number;
}

/** Predicted next note of a voice. */
export interface Foretold {
  tick: number;
  pitch: number;
  duration: number;
  /** Length of the common line, in steps, at most `LONGEST_LINE`. */
  length: number;
}

const LONGEST_LINE = 16;
const SHORTEST_LINE = 2;
/** Limit of earlier places per search, latest first. */
const MOST_PLACES = 32;
/** Widest leap within a voice, semitones. */
const WIDEST_LEAP = 14;
/** Longest silence within a voice, grid ticks. */
const LONGEST_SILENCE = 192;
/** Above every time between two notes of a voice. */
const TICK_RANGE = 256;
const STEP_RANGE = 64;

/** Decay of the recent pitch class weights per note. */
const KEPT = 0.95;
/** Least ratio of weights for a scale neighbour to replace the exactly transposed note. */
const FITTING = 1.5;

/** Scale steps of 0 to 11 semitones. */
const SCALE_STEPS = [0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6];

export class VoiceMemory {
  readonly #notes: VoiceNote[] = [];
  /** Recent weight of each pitch class. */
  readonly #heard = new Float64Array(12);
  /** Latest note of each voice. */
  #voices: number[] = [];
  /** Latest note after each pair of steps. */
  readonly #latest = new Map<number, number>();

  /** @param duration in grid ticks */
  add(tick: number, pitch: number, duration: number, velocity: number): void {
    for (let i = 0; i < 12; i++) this.#heard[i] *= KEPT;
    this.#heard[pitch % 12] += 1;
    const index = this.#notes.length;
    const previous = this.#join(tick, pitch, index);
    const step = previous < 0 ? -1 : this.#stepFrom(previous, tick, pitch);
    const note: VoiceNote = {
      tick,
      pitch,
      duration,
      velocity,
      previous,
      next: -1,
      step,
      alike: -1,
    };
    this.#notes.push(note);
    if (previous < 0) return;
    this.#notes[previous].next = index;
    const before = this.#notes[previous].step;
    if (before < 0) return;
    const pair = before * STEP_RANGE * TICK_RANGE + step;
    note.alike = this.#latest.get(pair) ?? -1;
    this.#latest.set(pair, index);
  }

  /**
   * Predicted notes of the voices from `tick` on, above `highest` if at `tick`; the longest lines
   * first, at most two per voice.
   */
  foretell(tick: number, highest: number): Foretold[] {
    const found: Foretold[] = [];
    for (const voice of this.#voices) {
      const here = this.#notes[voice];
      let count = 0;
      for (const { note, length } of this.#candidatesOf(here)) {
        const there = this.#notes[note];
        if (there.next < 0) continue;
        const next = this.#notes[there.next];
        const onset = here.tick + next.tick - there.tick;
        if (onset < tick) continue;
        const pitch = this.#fitting(here.pitch, next.pitch - there.pitch);
        if (onset === tick && pitch <= highest) continue;
        if (found.some((other) => other.tick === onset && other.pitch === pitch)) continue;
        found.push({ tick: onset, pitch, duration: next.duration, length });
        if (++count === 2) break;
      }
    }
    return found.sort((a, b) => b.length - a.length);
  }

  /** The note that a new one would continue; undefined for a new voice. */
  before(tick: number, pitch: number): Readonly<VoiceNote> | undefined {
    const voice = this.#nearest(tick, pitch);
    return voice < 0 ? undefined : this.#notes[this.#voices[voice]];
  }

  /** Adds a note to its voice; returns the previous note there, or -1 for a new voice. */
  #join(tick: number, pitch: number, index: number): number {
    this.#voices = this.#voices.filter(
      (voice) => this.#notes[voice].tick + LONGEST_SILENCE >= tick,
    );
    const nearest = this.#nearest(tick, pitch);
    if (nearest < 0) {
      this.#voices.push(index);
      return -1;
    }
    const previous = this.#voices[nearest];
    this.#voices[nearest] = index;
    return previous;
  }

  /** Index of the nearest free voice; -1 for none. */
  #nearest(tick: number, pitch: number): number {
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    this.#voices.forEach((voice, i) => {
      const { tick: onset, pitch: latest, duration } = this.#notes[voice];
      if (onset + LONGEST_SILENCE < tick) return;
      const leap = Math.abs(pitch - latest);
      // A voice that still sounds is not free, except for a slight overlap.
      const overlap = Math.max(0, onset + duration - tick);
      if (onset === tick || leap > WIDEST_LEAP || 2 * overlap > duration) return;
      const distance = leap + (tick - onset) / TICK_RANGE;
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    });
    return nearest;
  }

  /** Interval, in semitones, to the last note on this key in its voice; undefined for none. */
  stepTo(pitch: number): number | undefined {
    for (const voice of this.#voices) {
      const note = this.#notes[voice];
      if (note.pitch === pitch && note.previous >= 0) {
        return pitch - this.#notes[note.previous].pitch;
      }
    }
    return undefined;
  }

  #stepFrom(previous: number, tick: number, pitch: number): number {
    const before = this.#notes[previous];
    const ticks = Math.min(TICK_RANGE - 1, tick - before.tick);
    return (scaleSteps(pitch - before.pitch) + STEP_RANGE / 2) * TICK_RANGE + ticks;
  }

  #candidatesOf(note: VoiceNote): Candidate[] {
    if (note.candidates) return note.candidates;
    const candidates: Candidate[] = [];
    let at = note.alike;
    for (let count = 0; at >= 0 && count < MOST_PLACES; count++) {
      candidates.push({ note: at, length: this.#lengthAt(this.#notes[at], note) });
      at = this.#notes[at].alike;
    }
    note.candidates = candidates.sort((a, b) => b.length - a.length);
    return note.candidates;
  }

  #lengthAt(there: VoiceNote, here: VoiceNote): number {
    let length = 0;
    let [a, b] = [there, here];
    while (length < LONGEST_LINE && a.step >= 0 && a.step === b.step) {
      length++;
      a = this.#notes[a.previous];
      b = this.#notes[b.previous];
    }
    return Math.max(SHORTEST_LINE, length);
  }

  /** The exactly transposed note or the heavier one with the same number of scale steps. */
  #fitting(from: number, interval: number): number {
    const steps = scaleSteps(interval);
    let best = from + interval;
    for (const near of [interval - 1, interval + 1]) {
      if (scaleSteps(near) !== steps) continue;
      const heard = this.#heard[(((from + near) % 12) + 12) % 12];
      if (heard > FITTING * this.#heard[((best % 12) + 12) % 12]) best = from + near;
    }
    return best;
  }
}

/** Scale steps of an interval in semitones, up or down. */
function scaleSteps(semitones: number): number {
  const size = Math.abs(semitones);
  const steps = 7 * Math.floor(size / 12) + SCALE_STEPS[size % 12];
  return semitones < 0 ? -steps : steps;
}
