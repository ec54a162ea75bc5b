/**
 * Pairs the note-ons and note-offs of one key, in linear time. Where all is well, a note-off ends
 * the oldest sounding note (first in, first out). Two faults are put right:
 *
 * - A note-off that finds no note, with a note-on of the same tick behind it, belongs to that
 *   note-on (a grace note without length, written the wrong way round).
 * - Where a stretch has more note-ons than note-offs, one was lost, and first in, first out would
 *   shift every later end. From the start of that stretch each strike ends the note before.
 */
import type { Note } from '../song';

/** In order: a note-on as -1 less the index of its note, a note-off as its tick. */
export type KeyEvents = number[];

export interface PairingLimits {
  /** Where notes without an end are closed, unless they are struck again. */
  endTick: number;
  /** Ticks at which everything ends, ascending: "all notes off" and the like. */
  silences: readonly number[];
  /** Longest length that is guessed, in ticks. */
  longest: number;
}

export interface PairingCounts {
  /** Notes with a note-off at the tick of their note-on: they last one tick. */
  withoutLength: number;
  /** Notes whose note-off is missing. */
  guessed: number;
}

export function pairKey(
  events: KeyEvents,
  notes: readonly Note[],
  limits: PairingLimits,
): PairingCounts {
  return new KeyPairing(events, notes, limits).run();
}

class KeyPairing {
  private withoutLength = 0;
  private guessed = 0;
  private silence = 0;

  constructor(
    private readonly events: KeyEvents,
    private readonly notes: readonly Note[],
    private readonly limits: PairingLimits,
  ) {}

  /** Goes from stretch to stretch; a stretch ends where no note sounds, or at a silence. */
  run(): PairingCounts {
    const { events } = this;
    let at = 0;
    while (at < events.length) {
      at = events[at] < 0 ? this.stretch(at) : this.behindGraces(at, events.length);
    }
    return { withoutLength: this.withoutLength, guessed: this.guessed };
  }

  /** Pairs the stretch that begins with the note-on at `from`. @returns the event after it */
  private stretch(from: number): number {
    const { events } = this;
    const silence = this.nextSilence(this.onset(from));
    let sounding = 0;
    let at = from;
    for (; at < events.length && this.isBefore(at, silence); at++) {
      sounding += events[at] < 0 ? 1 : -1;
      if (sounding === 0) {
        this.pairInOrder(from, at + 1);
        return at + 1;
      }
    }
    this.pairByStrikes(from, at, silence);
    return at;
  }

  /** The first silence behind a note-on at this tick, or infinity. */
  private nextSilence(tick: number): number {
    const { silences } = this.limits;
    while (this.silence < silences.length && silences[this.silence] <= tick) this.silence++;
    return silences[this.silence] ?? Number.POSITIVE_INFINITY;
  }

  /** Note-offs at a silence's tick stand before it, note-ons behind it. */
  private isBefore(at: number, silence: number): boolean {
    const event = this.events[at];
    return event < 0 ? this.onset(at) < silence : event <= silence;
  }

  private pairInOrder(from: number, to: number): void {
    const { events } = this;
    let oldest = from;
    for (let at = from; at < to; at++) {
      if (events[at] < 0) continue;
      while (events[oldest] >= 0) oldest++;
      this.end(oldest, events[at]);
      oldest++;
    }
  }

  private pairByStrikes(from: number, to: number, silence: number): void {
    const { events } = this;
    /** Events of the notes that sound, all of one onset, from index `first` on. */
    let sounding: number[] = [];
    let first = 0;
    /** Notes cut by the last strike, whose note-off may still follow at its tick. */
    let cut: number[] = [];
    const cutAll = (tick: number): number[] => {
      const rest = sounding.slice(first);
      for (const note of rest) this.guess(note, tick);
      sounding = [];
      first = 0;
      return rest;
    };
    for (let at = from; at < to; ) {
      const event = events[at];
      const last = sounding[first];
      if (event < 0) {
        const tick = this.onset(at);
        if (last !== undefined && this.onset(last) < tick) cut = cutAll(tick);
        sounding.push(at++);
      } else if (last === undefined) {
        at = this.behindGraces(at, to);
      } else if (cut.length > 0 && this.onset(last) === event) {
        this.guessed--;
        this.end(cut.pop() ?? last, event);
        at++;
      } else {
        cut = [];
        this.end(last, event);
        first++;
        at++;
        // Of several notes of one onset the last note-off ends all.
        if (at === to || events[at] < 0) cutAll(event);
      }
    }
    this.close(sounding.slice(first), silence);
  }

  /** Ends what still sounds: at the silence, unless that is too far away to be meant. */
  private close(sounding: readonly number[], silence: number): void {
    for (const note of sounding) {
      const isMeant = silence - this.onset(note) <= this.limits.longest;
      if (isMeant) this.end(note, silence);
      else this.guess(note, Math.min(silence, this.limits.endTick));
    }
  }

  /**
   * The note-off at this event finds no note. It ends the note-on of its tick behind it, unless that
   * has a note-off which nothing else needs: then the first one is superfluous. Several such pairs
   * may follow each other.
   * @returns the event after what was dealt with
   */
  private behindGraces(at: number, to: number): number {
    const { events } = this;
    let next = at;
    while (next + 1 < to && events[next] >= 0 && this.onset(next + 1) === events[next]) next += 2;
    const isSuperfluous = next === at || (next < to && events[next] >= 0);
    if (isSuperfluous) return at + 1;
    for (let note = at + 1; note < next; note += 2) this.end(note, this.onset(note));
    return next;
  }

  /** Tick of the note-on at this event; -1 for a note-off. */
  private onset(at: number): number {
    const event = this.events[at];
    return event < 0 ? this.notes[-1 - event].tick : -1;
  }

  private end(at: number, tick: number): void {
    const note = this.notes[-1 - this.events[at]];
    if (tick <= note.tick) this.withoutLength++;
    note.duration = Math.max(1, tick - note.tick);
  }

  private guess(at: number, tick: number): void {
    const note = this.notes[-1 - this.events[at]];
    note.duration = Math.max(1, Math.min(tick - note.tick, this.limits.longest));
    this.guessed++;
  }
}
