/**
 * Grace notes: a single one without a slash takes up to half of its main note, all others are
 * played shortly before it.
 */
import type { ContentNote } from './contentNote';

interface Group {
  notes: ContentNote[];
  isSlashed: boolean;
  /** As written, ticks. */
  value: number;
}

/** The grace notes of one part in one measure. */
export class GraceNotes {
  readonly #short: number;
  readonly #isFirst: boolean;
  readonly #waiting = new Map<string, Group[]>();
  /** Delay of the main chord of each voice. */
  readonly #delays = new Map<string, number>();

  /** @param isFirst whether nothing precedes the measure */
  constructor(ppq: number, isFirst: boolean) {
    this.#short = Math.max(1, Math.round(ppq / 8));
    this.#isFirst = isFirst;
  }

  collect(note: ContentNote, isSlashed: boolean, isChord: boolean, value: number): void {
    const groups = this.#waiting.get(note.voice) ?? [];
    const last = groups.at(-1);
    if (isChord && last) last.notes.push(note);
    else groups.push({ notes: [note], isSlashed, value });
    this.#waiting.set(note.voice, groups);
  }

  /** Nothing follows them: the voice rests. */
  skip(voice: string): void {
    this.#waiting.delete(voice);
    this.#delays.delete(voice);
  }

  /**
   * The main note with the grace notes before it.
   * @param earlier notes of the measure; the last ones of the voice give way
   */
  before(main: ContentNote, isChord: boolean, earlier: ContentNote[]): ContentNote[] {
    if (isChord) return [delayed(main, this.#delays.get(main.voice) ?? 0)];
    const groups = this.#waiting.get(main.voice) ?? [];
    this.#waiting.delete(main.voice);
    this.#delays.delete(main.voice);
    if (groups.length === 0) return [main];
    const [first] = groups;
    const total = groups.length * this.#short;
    const isOnBeat =
      (groups.length === 1 && !first.isSlashed) || (this.#isFirst && main.at < total);
    if (!isOnBeat) {
      for (const note of earlier) {
        const end = note.at + note.duration;
        if (note.voice === main.voice && end > main.at - total && end <= main.at) {
          note.duration = Math.max(1, note.duration - total);
        }
      }
      return [...played(groups, main.at - total, this.#short), main];
    }
    const most = Math.floor(main.duration / 2);
    const each = Math.floor(
      Math.min(
        first.isSlashed || groups.length > 1 ? this.#short : first.value,
        most / groups.length,
      ),
    );
    if (each < 1) return [main];
    this.#delays.set(main.voice, each * groups.length);
    return [...played(groups, main.at, each), delayed(main, each * groups.length)];
  }

  /** Grace notes after the last note of the measure, before its end. */
  finish(end: number, notes: ContentNote[]): void {
    for (const groups of this.#waiting.values()) {
      const from = end - groups.length * this.#short;
      if (from >= 0) notes.push(...played(groups, from, this.#short));
    }
  }
}

function played(groups: readonly Group[], from: number, each: number): ContentNote[] {
  return groups.flatMap(({ notes }, i) =>
    notes.map((note) => ({ ...note, at: from + i * each, duration: each })),
  );
}

function delayed(note: ContentNote, by: number): ContentNote {
  if (by === 0 || by >= note.duration) return note;
  return { ...note, at: note.at + by, duration: note.duration - by };
}
