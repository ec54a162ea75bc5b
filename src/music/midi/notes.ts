/** Collects the note-ons and note-offs of one channel in one track; `pairKey` makes notes of them. */
import { partitionPoint } from '../../lib/binarySearch';
import { compareNotes, type Note } from '../song';
import { MAX_TICK } from './byteReader';
import { type KeyEvents, type PairingLimits, pairKey } from './pairKey';
import { Panics } from './panics';

const PITCHES = 128;
const NONE = -1;
/** More note-offs of one tick than this tell no more. */
const MOST_STRAYS = 16;

/**
 * A note-on and its note-off are paired at once where nothing else sounds on the key. What overlaps
 * or looks wrong waits until the end of the track, when all note-offs are known.
 */
export class NotePairing {
  /** In the order of their note-ons; some durations are 0 until `finish`. */
  readonly notes: Note[] = [];
  /** Notes whose note-on and note-off have the same time: they last one tick. */
  withoutLength = 0;
  /** Notes whose length was guessed, since their note-off is missing. */
  guessed = 0;
  private readonly lists = new Array<KeyEvents | undefined>(PITCHES);
  /** Lists whose notes have all ended. */
  private readonly ended = new Map<number, KeyEvents>();
  private readonly panics = new Panics();
  private areOffsIdle = false;
  private readonly sounding = new Int32Array(PITCHES);
  /** The note that sounds alone, where the key has no list. */
  private readonly alone = new Int32Array(PITCHES).fill(NONE);
  /** Tick of the note-off without a note before it. */
  private readonly strayBefore = new Int32Array(PITCHES).fill(NONE);
  /** Tick of the last note-offs that ended nothing since the last note-on, and how many they are. */
  private readonly strayTick = new Int32Array(PITCHES).fill(NONE);
  private readonly strays = new Uint8Array(PITCHES);
  /** Whether the key's list waits until the end of the track. */
  private readonly kept = new Uint8Array(PITCHES);

  /** Ticks must not decrease from call to call. */
  noteOn(tick: number, pitch: number, velocity: number): void {
    const index = this.notes.length;
    if (this.areOffsIdle) this.flushPanics();
    this.notes.push({ tick: Math.min(tick, MAX_TICK - 1), duration: 0, pitch, velocity });
    const list = this.lists[pitch];
    if (list !== undefined) {
      list.push(-1 - index);
    } else if (this.sounding[pitch] > 0) {
      this.lists[pitch] = [...this.aloneEvents(pitch), -1 - index];
    } else if (this.strayTick[pitch] === tick) {
      this.lists[pitch] = [...new Array<number>(this.strays[pitch]).fill(tick), -1 - index];
      this.kept[pitch] = 1;
    } else {
      this.alone[pitch] = index;
      this.strayBefore[pitch] = this.strayTick[pitch];
    }
    this.sounding[pitch]++;
    this.strayTick[pitch] = NONE;
  }

  noteOff(tick: number, pitch: number): void {
    const list = this.lists[pitch];
    if (this.sounding[pitch] === 0) {
      this.stray(tick, pitch);
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
    this.ended.set(pitch, joined(this.ended.get(pitch), list));
    this.lists[pitch] = undefined;
  }

  private aloneEvents(pitch: number): KeyEvents {
    const note = -1 - this.alone[pitch];
    return this.strayBefore[pitch] === NONE ? [note] : [this.strayBefore[pitch], note];
  }

  /** Of the note-offs without a note only those of one tick can belong to the notes that follow. */
  private stray(tick: number, pitch: number): void {
    const list = this.lists[pitch];
    if (this.strayTick[pitch] !== tick) {
      if (list !== undefined && this.strayTick[pitch] !== NONE) list.length -= this.strays[pitch];
      this.strayTick[pitch] = tick;
      this.strays[pitch] = 0;
    }
    if (this.strays[pitch] < MOST_STRAYS) {
      this.strays[pitch]++;
      list?.push(tick);
    }
    this.panics.idleNoteOff(tick, pitch);
    this.areOffsIdle = true;
  }

  private flushPanics(): void {
    this.panics.flush();
    this.areOffsIdle = false;
  }

  /**
   * Gives the other notes their lengths and puts all into the order of `compareNotes`.
   * @param silences ticks at which everything ends, ascending
   * @param longest longest length that is guessed, in ticks
   */
  finish(endTick: number, silences: readonly number[], longest: number): void {
    const { notes, panics } = this;
    panics.flush();
    const limits: PairingLimits = {
      endTick,
      silences,
      longest,
      isPanic: (pitch, tick) => panics.isEnd(pitch, tick),
    };
    for (let pitch = 0; pitch < PITCHES; pitch++) {
      const alone = this.sounding[pitch] > 0 ? this.aloneEvents(pitch) : [];
      const list = joined(this.ended.get(pitch), this.lists[pitch] ?? alone);
      if (list.length > 0) this.pair(list, limits);
    }
    this.lists.fill(undefined);
    this.ended.clear();
    this.sounding.fill(0);
    if (silences.length > 0) endAtSilences(notes, silences);
    if (!panics.areNone) this.endAtPanics(longest);
    sortChords(notes);
  }

  private pair(list: KeyEvents, limits: PairingLimits): void {
    const counts = pairKey(list, this.notes, limits);
    this.withoutLength += counts.withoutLength;
    this.guessed += counts.guessed;
  }

  /** A panic far away is no end of a note. */
  private endAtPanics(longest: number): void {
    for (const note of this.notes) {
      if (note.duration <= longest) continue;
      if (!this.panics.isEnd(note.pitch, note.tick + note.duration)) continue;
      note.duration = longest;
      this.guessed++;
    }
  }
}

/** The first list, with the second behind it. */
function joined(list: KeyEvents | undefined, next: KeyEvents): KeyEvents {
  if (list === undefined) return next;
  for (const event of next) list.push(event);
  return list;
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
