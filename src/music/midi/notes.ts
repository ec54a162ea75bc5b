/** Collects the note-ons and note-offs of one channel in one track; `pairKey` makes notes of them. */
import { partitionPoint } from '../../lib/binarySearch';
import { compareNotes, type Note } from '../song';
import { MAX_TICK } from './byteReader';
import { type KeyEvents, type PairingLimits, pairKey } from './pairKey';

const PITCHES = 128;
const NONE = -1;

/**
 * A note-on and its note-off are paired at once where nothing else sounds on the key. Overlapping
 * notes wait in a list until all have ended, and what looks wrong waits until the end of the track.
 */
export class NotePairing {
  /** In the order of their note-ons; some durations are 0 until `finish`. */
  readonly notes: Note[] = [];
  /** Notes whose note-on and note-off have the same time: they last one tick. */
  withoutLength = 0;
  /** Notes whose length was guessed, since their note-off is missing. */
  guessed = 0;
  private readonly lists = new Array<KeyEvents | undefined>(PITCHES);
  private readonly sounding = new Int32Array(PITCHES);
  /** The note that sounds alone, where the key has no list. */
  private readonly alone = new Int32Array(PITCHES).fill(NONE);
  /** Tick of the last note-off that ended nothing. */
  private readonly strayTick = new Float64Array(PITCHES).fill(NONE);
  /** Whether the key's list waits until the end of the track. */
  private readonly kept = new Uint8Array(PITCHES);

  /** Ticks must not decrease from call to call. */
  noteOn(tick: number, pitch: number, velocity: number): void {
    const index = this.notes.length;
    this.notes.push({ tick: Math.min(tick, MAX_TICK - 1), duration: 0, pitch, velocity });
    const list = this.lists[pitch];
    if (list !== undefined) {
      list.push(-1 - index);
    } else if (this.sounding[pitch] > 0) {
      this.lists[pitch] = [-1 - this.alone[pitch], -1 - index];
    } else if (this.strayTick[pitch] === tick) {
      this.lists[pitch] = [tick, -1 - index];
      this.kept[pitch] = 1;
    } else {
      this.alone[pitch] = index;
    }
    this.sounding[pitch]++;
    this.strayTick[pitch] = NONE;
  }

  noteOff(tick: number, pitch: number): void {
    const list = this.lists[pitch];
    if (this.sounding[pitch] === 0) {
      if (list !== undefined) {
        // Of the note-offs without a note only the last can belong to the note that follows.
        if (this.strayTick[pitch] === NONE) list.push(tick);
        else list[list.length - 1] = tick;
      }
      this.strayTick[pitch] = tick;
      return;
    }
    this.sounding[pitch]--;
    if (list === undefined) {
      const note = this.notes[this.alone[pitch]];
      if (tick <= note.tick) this.withoutLength++;
      note.duration = Math.max(1, tick - note.tick);
      return;
    }
    list.push(tick);
    if (this.sounding[pitch] > 0 || this.kept[pitch] === 1) return;
    this.pair(list, { endTick: tick, silences: [], longest: 0 });
    this.lists[pitch] = undefined;
  }

  /**
   * Gives the other notes their lengths and puts all into the order of `compareNotes`.
   * @param silences ticks at which everything ends, ascending
   * @param longest longest length that is guessed, in ticks
   */
  finish(endTick: number, silences: readonly number[], longest: number): void {
    for (let pitch = 0; pitch < PITCHES; pitch++) {
      const alone = this.sounding[pitch] > 0 ? [-1 - this.alone[pitch]] : undefined;
      const list = this.lists[pitch] ?? alone;
      if (list !== undefined) this.pair(list, { endTick, silences, longest });
    }
    this.lists.fill(undefined);
    this.sounding.fill(0);
    if (silences.length > 0) endAtSilences(this.notes, silences);
    sortChords(this.notes);
  }

  private pair(list: KeyEvents, limits: PairingLimits): void {
    const counts = pairKey(list, this.notes, limits);
    this.withoutLength += counts.withoutLength;
    this.guessed += counts.guessed;
  }
}

/** Ends notes at the first silence behind their onset. */
function endAtSilences(notes: readonly Note[], silences: readonly number[]): void {
  for (const note of notes) {
    const next = partitionPoint(silences.length, (i) => silences[i] <= note.tick);
    if (next < silences.length) note.duration = Math.min(note.duration, silences[next] - note.tick);
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
