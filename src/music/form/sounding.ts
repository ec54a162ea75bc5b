/** Sounding notes, and notes that end exactly at the next onset, which lines often continue. */

interface Sounding {
  pitch: number;
  /** Grid tick. */
  end: number;
}

export class SoundingNotes {
  #notes: Sounding[] = [];

  /** @param ticks length */
  add(tick: number, pitch: number, ticks: number): void {
    this.#notes = this.#notes.filter((note) => note.end >= tick && note.pitch !== pitch);
    this.#notes.push({ pitch, end: tick + ticks });
  }

  /** Ticks from `tick` to the first end of a sounding note; undefined in silence. */
  toRelease(tick: number): number | undefined {
    let first = Number.POSITIVE_INFINITY;
    for (const { end } of this.#notes) if (end > tick) first = Math.min(first, end);
    return Number.isFinite(first) ? first - tick : undefined;
  }

  /** Keys of the notes that end at exactly this tick, from the lowest up. */
  endingAt(tick: number): number[] {
    return this.#notes
      .filter(({ end }) => end === tick)
      .map(({ pitch }) => pitch)
      .sort((a, b) => a - b);
  }

  /** Keys that sound past this tick, from the lowest up. */
  heldAt(tick: number): number[] {
    return this.#notes
      .filter(({ end }) => end > tick)
      .map(({ pitch }) => pitch)
      .sort((a, b) => a - b);
  }
}
