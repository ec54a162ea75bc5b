/**
 * Pairs the note-ons and note-offs of one key, in linear time. Where all is well, a note-off ends
 * the oldest sounding note (first in, first out). Two faults are put right:
 *
 * - A note-off that finds no note, with a note-on of the same tick behind it, belongs to that
 *   note-on (a grace note without length, written the wrong way round). There may be several. One
 *   that stands a little before a note-on without an end belongs to that one.
 * - Where a stretch has more note-ons than note-offs, one was lost, and first in, first out would
 *   shift every later end. Each strike ends the note before, until nothing sounds. So it does where
 *   note-offs for all keys hide the lost one.
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
  /** Whether what ends on this key at this tick has no note-off of its own. */
  isPanic(pitch: number, tick: number): boolean;
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

const OPEN = -1;
/** A note-off is a little early by this part of the longest guess: a sixteenth note. */
const EARLY = 64;

class KeyPairing {
  private withoutLength = 0;
  private guessed = 0;
  private silence = 0;
  /** The event behind the last note-off that belongs to no note. */
  private behindStray = OPEN;
  /** For each note-on, the note-off with which nothing that began with it sounds any more. */
  private readonly closing: Int32Array;

  constructor(
    private readonly events: KeyEvents,
    private readonly notes: readonly Note[],
    private readonly limits: PairingLimits,
  ) {
    this.closing = closingsOf(events);
  }

  /** Goes from stretch to stretch; a stretch ends where no note sounds, or at a silence. */
  run(): PairingCounts {
    const { events } = this;
    let at = 0;
    while (at < events.length) {
      at = events[at] < 0 ? this.stretch(at) : this.behindGraces(at);
    }
    return { withoutLength: this.withoutLength, guessed: this.guessed };
  }

  /** Pairs the stretch that begins with the note-on at `from`. @returns the event after it */
  private stretch(from: number): number {
    const silence = this.nextSilence(this.onset(from));
    const to = this.closing[from];
    if (to !== OPEN && !this.hidesLost(from, to) && !this.goesOnBehind(silence, from, to)) {
      this.pairInOrder(from, to + 1);
      return to + 1;
    }
    if (!this.isBehindOwnEnd(from)) return this.pairByStrikes(from, silence);
    this.end(from, this.onset(from));
    return from + 1;
  }

  /** Whether the note-off of the note-on at `from` stands a little before it. */
  private isBehindOwnEnd(from: number): boolean {
    const early = this.onset(from) - this.events[from - 1];
    return this.behindStray === from && early * EARLY <= this.limits.longest;
  }

  /** Whether the last note-off of a stretch without open notes stands for one that was lost. */
  private hidesLost(from: number, to: number): boolean {
    const { pitch } = this.notes[-1 - this.events[from]];
    return to > from + 1 && this.limits.isPanic(pitch, this.events[to]);
  }

  /** Whether a stretch has notes on both sides of a silence, which ends those before it. */
  private goesOnBehind(silence: number, from: number, to: number): boolean {
    if (this.isBefore(to, silence)) return false;
    let last = to;
    while (this.events[last] >= 0) last--;
    return last > from && !this.isBefore(last, silence);
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

  /** From the note-on at `from` until nothing sounds. @returns the event after it */
  private pairByStrikes(from: number, silence: number): number {
    const { events } = this;
    const isIn = (at: number): boolean => at < events.length && this.isBefore(at, silence);
    /** Events of the notes that sound, all of one onset, from index `first` on. */
    let sounding = [from];
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
    let at = from + 1;
    for (; first < sounding.length && isIn(at); at++) {
      const event = events[at];
      const last = sounding[first];
      if (event < 0) {
        const tick = this.onset(at);
        if (this.onset(last) < tick) cut = cutAll(tick);
        sounding.push(at);
      } else if (cut.length > 0 && this.onset(last) === event) {
        this.guessed--;
        this.end(cut.pop() ?? last, event);
      } else {
        cut = [];
        this.end(last, event);
        first++;
        // Of several notes of one onset the last note-off ends all.
        if (!isIn(at + 1) || events[at + 1] < 0) cutAll(event);
      }
    }
    this.close(sounding.slice(first), silence);
    return at;
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
   * The note-offs of one tick, from `at` on, find no note. They end the note-ons of their tick behind
   * them, unless those have note-offs of their own.
   * @returns the event after what was dealt with
   */
  private behindGraces(at: number): number {
    const { events } = this;
    const tick = events[at];
    let ons = at;
    while (events[ons] === tick) ons++;
    let behind = ons;
    while (this.onset(behind) === tick) behind++;
    if (behind === ons) return this.stray(ons);
    if (ons === at + 1 && behind === ons + 1) return this.behindPairs(at);
    let next = behind;
    while (events[next] >= 0) next++;
    // Note-offs at the tick of the next note-on are that one's.
    let ends = next;
    while (ends > behind && events[ends - 1] === this.onset(next)) ends--;
    const graces = Math.min(ons - at, behind - ons - (ends - behind));
    if (graces <= 0) return this.stray(ons);
    for (let note = ons; note < ons + graces; note++) this.end(note, tick);
    return ons + graces;
  }

  /**
   * The same for one note-off and one note-on, and several such pairs in a row: where a note-off
   * follows them, the first one is superfluous.
   */
  private behindPairs(at: number): number {
    const { events } = this;
    let next = at;
    while (events[next] >= 0 && this.onset(next + 1) === events[next]) next += 2;
    if (events[next] >= 0) return this.stray(at + 1);
    for (let note = at + 1; note < next; note += 2) this.end(note, this.onset(note));
    return next;
  }

  private stray(behind: number): number {
    this.behindStray = behind;
    return behind;
  }

  /** Tick of the note-on at this event; -1 where none is. */
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

function closingsOf(events: KeyEvents): Int32Array {
  const closing = new Int32Array(events.length).fill(OPEN);
  const open: number[] = [];
  for (let at = 0; at < events.length; at++) {
    if (events[at] < 0) open.push(at);
    else {
      const from = open.pop();
      if (from !== undefined) closing[from] = at;
    }
  }
  return closing;
}
