/** Usual lengths of notes, by which pairings of note-ons and note-offs are judged. */
import type { Note } from '../song';

/** Fewer notes than this tell nothing, and more are not needed. */
const FEWEST = 3;
const MOST = 256;
const ALL = -1;

/** Medians of the notes that have a length when one is first asked for. */
export class UsualLengths {
  private readonly known = new Map<number, number>();

  constructor(private readonly notes: readonly Note[]) {}

  /** Median length on this key, or else of all notes, in ticks; 0 where there are too few. */
  of(pitch: number): number {
    return this.median(pitch) || this.median(ALL);
  }

  private median(pitch: number): number {
    const known = this.known.get(pitch);
    if (known !== undefined) return known;
    const lengths: number[] = [];
    for (const note of this.notes) {
      if (note.duration === 0 || (pitch !== ALL && note.pitch !== pitch)) continue;
      if (lengths.push(note.duration) === MOST) break;
    }
    lengths.sort((a, b) => a - b);
    const median = lengths.length < FEWEST ? 0 : lengths[lengths.length >> 1];
    this.known.set(pitch, median);
    return median;
  }
}
