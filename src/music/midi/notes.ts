/** Pairs the note-ons and note-offs of one channel in one track into notes, in linear time. */
import { compareNotes, type Note } from '../song';
import { MAX_TICK } from './byteReader';

const PITCHES = 128;
const NONE = -1;

/**
 * A note-off ends the oldest sounding note of its pitch (first in, first out). The sounding
 * notes of each pitch form a linked list through `nextSounding`, so that thousands of
 * overlapping notes cost no more than separate ones.
 */
export class NotePairing {
  /** In the order of their note-ons; durations are 0 until the note-off comes. */
  readonly notes: Note[] = [];
  /** Notes whose note-on and note-off have the same time: they last one tick. */
  withoutLength = 0;
  private readonly nextSounding: number[] = [];
  private readonly oldest = new Int32Array(PITCHES).fill(NONE);
  private readonly newest = new Int32Array(PITCHES).fill(NONE);

  /** Ticks must not decrease from call to call. */
  noteOn(tick: number, pitch: number, velocity: number): void {
    const index = this.notes.length;
    this.notes.push({ tick: Math.min(tick, MAX_TICK - 1), duration: 0, pitch, velocity });
    this.nextSounding.push(NONE);
    if (this.oldest[pitch] === NONE) this.oldest[pitch] = index;
    else this.nextSounding[this.newest[pitch]] = index;
    this.newest[pitch] = index;
  }

  /** Ignored where the pitch does not sound. */
  noteOff(tick: number, pitch: number): void {
    const index = this.oldest[pitch];
    if (index === NONE) return;
    this.oldest[pitch] = this.nextSounding[index];
    const note = this.notes[index];
    if (tick <= note.tick) this.withoutLength++;
    note.duration = Math.max(1, tick - note.tick);
  }

  /**
   * Ends the notes that still sound, each where the same pitch is struck next or else at
   * `endTick`, and puts the notes into the order of `compareNotes`.
   * @returns how many notes had no end
   */
  finish(endTick: number): number {
    let closed = 0;
    for (let pitch = 0; pitch < PITCHES; pitch++) {
      const sounding: Note[] = [];
      for (let i = this.oldest[pitch]; i !== NONE; i = this.nextSounding[i]) {
        sounding.push(this.notes[i]);
      }
      this.oldest[pitch] = NONE;
      closed += sounding.length;
      closeBackwards(sounding, endTick);
    }
    sortChords(this.notes);
    return closed;
  }
}

function closeBackwards(sounding: readonly Note[], endTick: number): void {
  let end = endTick;
  for (let i = sounding.length - 1; i >= 0; i--) {
    const note = sounding[i];
    note.duration = Math.max(1, end - note.tick);
    if (i > 0 && sounding[i - 1].tick < note.tick) end = note.tick;
  }
}

/** The notes stand in the order of their onsets: only those of one onset need sorting. */
function sortChords(notes: Note[]): void {
  let from = 0;
  while (from < notes.length) {
    let to = from + 1;
    while (to < notes.length && notes[to].tick === notes[from].tick) to++;
    if (to - from > 1) {
      const chord = notes.slice(from, to).sort(compareNotes);
      for (let i = 0; i < chord.length; i++) notes[from + i] = chord[i];
    }
    from = to;
  }
}
