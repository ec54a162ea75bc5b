/** Collects the note-ons and note-offs of one channel in one track; `pairKey` makes notes of them. */
import { compareNotes, type Note } from '../song';
import { MAX_TICK } from './byteReader';
import { type KeyEvents, pairKey } from './pairKey';

const PITCHES = 128;

export class NotePairing {
  /** In the order of their note-ons; durations are 0 until `finish`. */
  readonly notes: Note[] = [];
  /** Notes whose note-on and note-off have the same time: they last one tick. */
  withoutLength = 0;
  /** Notes whose length was guessed, since their note-off is missing. */
  guessed = 0;
  private readonly keys = new Array<KeyEvents | undefined>(PITCHES);
  private readonly sounding = new Int32Array(PITCHES);
  /** Whether the last event of the key is a note-off that ended nothing. */
  private readonly stray = new Uint8Array(PITCHES);

  /** Ticks must not decrease from call to call. */
  noteOn(tick: number, pitch: number, velocity: number): void {
    const index = this.notes.length;
    this.notes.push({ tick: Math.min(tick, MAX_TICK - 1), duration: 0, pitch, velocity });
    this.eventsOf(pitch).push(-1 - index);
    this.sounding[pitch]++;
    this.stray[pitch] = 0;
  }

  noteOff(tick: number, pitch: number): void {
    const events = this.eventsOf(pitch);
    if (this.sounding[pitch] > 0) {
      this.sounding[pitch]--;
      events.push(tick);
    } else if (this.stray[pitch] === 1) {
      // Of the note-offs without a note only the last can belong to the note that follows.
      events[events.length - 1] = tick;
    } else {
      events.push(tick);
      this.stray[pitch] = 1;
    }
  }

  /**
   * Gives the notes their lengths and puts them into the order of `compareNotes`.
   * @param silences ticks at which everything ends, ascending
   * @param longest longest length that is guessed, in ticks
   */
  finish(endTick: number, silences: readonly number[], longest: number): void {
    for (const events of this.keys) {
      if (events === undefined) continue;
      const counts = pairKey(events, this.notes, { endTick, silences, longest });
      this.withoutLength += counts.withoutLength;
      this.guessed += counts.guessed;
    }
    this.keys.fill(undefined);
    sortChords(this.notes);
  }

  private eventsOf(pitch: number): KeyEvents {
    const known = this.keys[pitch];
    if (known !== undefined) return known;
    const events: KeyEvents = [];
    this.keys[pitch] = events;
    return events;
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
