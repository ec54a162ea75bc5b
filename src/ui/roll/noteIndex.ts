/** Index of notes by time: finds those in a window without a scan of all. */
import { partitionPoint } from '../../lib/binarySearch';
import { clamp } from '../../lib/clamp';
import type { Note } from '../../music/song';

/** Notes to a block: few enough to scan, many enough to skip far. */
const BLOCK = 64;

/**
 * Notes ordered by onset, and for each block of them the latest end: a block that begins after
 * the window or has died away before it is skipped whole, however long single notes are.
 */
export class NoteIndex {
  readonly count: number;
  /** Where the last note ends, in ticks; 0 without notes. */
  readonly endTick: number;
  /** Lowest and highest pitch; undefined without notes. */
  readonly pitches: { lowest: number; highest: number } | undefined;
  readonly #notes: readonly Note[];
  /** Position in `#notes` of the i-th note by onset. */
  readonly #order: Uint32Array;
  readonly #blockEnds: Float64Array;

  /** @param notes usually ordered by tick; any order is found */
  constructor(notes: readonly Note[]) {
    this.#notes = notes;
    this.count = notes.length;
    this.#order = Uint32Array.from(notes, (_, i) => i);
    if (!isOrdered(notes)) this.#order.sort((a, b) => notes[a].tick - notes[b].tick || a - b);
    this.#blockEnds = new Float64Array(Math.ceil(notes.length / BLOCK));
    let lowest = 127;
    let highest = 0;
    for (let i = 0; i < notes.length; i++) {
      const note = notes[this.#order[i]];
      const block = Math.floor(i / BLOCK);
      this.#blockEnds[block] = Math.max(this.#blockEnds[block], note.tick + note.duration);
      lowest = Math.min(lowest, note.pitch);
      highest = Math.max(highest, note.pitch);
    }
    this.endTick = this.#blockEnds.reduce((end, block) => Math.max(end, block), 0);
    this.pitches = notes.length === 0 ? undefined : { lowest, highest };
  }

  /**
   * Calls `visit` for every note that sounds somewhere in `from <= tick < to`, by onset.
   * @param visit gets the note and its place in the array that the index was made of
   */
  visit(from: number, to: number, visit: (note: Note, index: number) => void): void {
    const last = this.#firstAtOrAfter(to);
    for (let block = 0; block * BLOCK < last; block++) {
      if (this.#blockEnds[block] <= from) continue;
      const end = Math.min(last, (block + 1) * BLOCK);
      for (let i = block * BLOCK; i < end; i++) {
        const index = this.#order[i];
        const note = this.#notes[index];
        if (note.tick + note.duration > from) visit(note, index);
      }
    }
  }

  /** Place of the note that comes `step` notes after (before, if negative) `index` by onset. */
  neighbour(index: number, step: number): number {
    const at = this.#order.indexOf(index) + step;
    return this.#order[clamp(at, 0, this.count - 1)];
  }

  /** Place of the first note that begins at `tick` or later; the last note where there is none. */
  firstFrom(tick: number): number {
    return this.#order[Math.min(this.count - 1, this.#firstAtOrAfter(tick))];
  }

  #firstAtOrAfter(tick: number): number {
    return partitionPoint(this.count, (i) => this.#notes[this.#order[i]].tick < tick);
  }
}

function isOrdered(notes: readonly Note[]): boolean {
  for (let i = 1; i < notes.length; i++) if (notes[i].tick < notes[i - 1].tick) return false;
  return true;
}
