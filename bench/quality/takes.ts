/** Measures of a take, relative to the training rows. */
import { longestCopy } from '../../src/music/copying.ts';
import type { Rows } from '../../src/music/encoding/encoding.ts';
import { STUDIO_COLUMNS, studio } from '../../src/music/encoding/studio.ts';
import { GRID_PPQ } from '../../src/music/encoding/tickClasses.ts';
import { endTick, type Note } from '../../src/music/song.ts';

export interface RowMeasures {
  /** Overlap with the training pieces' distribution, 0..1. */
  pitchClassOverlap: number;
  intervalOverlap: number;
  durationOverlap: number;
  /** Notes sounding together, mean over the ticks in which any sounds. */
  polyphony: number;
  /** Share of quarter-note beats, from the first note on, without sounding notes. */
  emptyBeats: number;
  /** Share of runs of four notes (intervals and times) that occur once in the take. */
  distinctFourGrams: number;
  /** Notes of the longest run that a training piece contains too. */
  longestCopy: number;
}

/** Reference distributions of the training pieces. */
export class Reference {
  readonly #pieces: readonly Rows[];
  readonly #pitchClasses: Map<number, number>;
  readonly #intervals: Map<number, number>;
  readonly #durations: Map<number, number>;

  constructor(pieces: readonly Rows[]) {
    this.#pieces = pieces;
    this.#pitchClasses = shares(pieces.flatMap(pitchClasses));
    this.#intervals = shares(pieces.flatMap(intervals));
    this.#durations = shares(pieces.flatMap(durations));
  }

  measure(rows: Rows, notes: readonly Note[]): RowMeasures {
    return {
      pitchClassOverlap: overlap(shares(pitchClasses(rows)), this.#pitchClasses),
      intervalOverlap: overlap(shares(intervals(rows)), this.#intervals),
      durationOverlap: overlap(shares(durations(rows)), this.#durations),
      polyphony: polyphony(notes),
      emptyBeats: emptyBeats(notes),
      distinctFourGrams: distinctFourGrams(rows),
      longestCopy: longestCopy(rows, this.#pieces, studio).notes,
    };
  }
}

function column({ data, width }: Rows, index: number): number[] {
  return Array.from({ length: data.length / width }, (_, row) => data[row * width + index]);
}

function pitchClasses(rows: Rows): number[] {
  return column(rows, STUDIO_COLUMNS.pitch).map((key) => key % 12);
}

function intervals(rows: Rows): number[] {
  const keys = column(rows, STUDIO_COLUMNS.pitch);
  return keys.slice(1).map((key, i) => key - keys[i]);
}

function durations(rows: Rows): number[] {
  return column(rows, STUDIO_COLUMNS.duration);
}

function shares(values: readonly number[]): Map<number, number> {
  const result = new Map<number, number>();
  for (const value of values) result.set(value, (result.get(value) ?? 0) + 1 / values.length);
  return result;
}

/** Sum of the smaller shares: 1 for equal distributions, 0 for disjoint ones. */
function overlap(a: Map<number, number>, b: Map<number, number>): number {
  let sum = 0;
  for (const [value, share] of a) sum += Math.min(share, b.get(value) ?? 0);
  return sum;
}

function soundingTicks(notes: readonly Note[]): Uint16Array {
  const end = endTick(notes);
  const sounding = new Uint16Array(end);
  for (const { tick, duration } of notes) {
    for (let at = tick; at < tick + duration; at++) sounding[at]++;
  }
  return sounding;
}

function polyphony(notes: readonly Note[]): number {
  const sounding = soundingTicks(notes).filter((count) => count > 0);
  return sounding.reduce((sum, count) => sum + count, 0) / Math.max(1, sounding.length);
}

function emptyBeats(notes: readonly Note[]): number {
  const sounding = soundingTicks(notes);
  // A pickup begins late in its bar; the time before it is no rest.
  const first = Math.floor((notes[0]?.tick ?? 0) / GRID_PPQ);
  const beats = Math.ceil(sounding.length / GRID_PPQ) - first;
  let empty = 0;
  for (let beat = first; beat < first + beats; beat++) {
    const ticks = sounding.subarray(beat * GRID_PPQ, (beat + 1) * GRID_PPQ);
    if (ticks.every((count) => count === 0)) empty++;
  }
  return empty / Math.max(1, beats);
}

function distinctFourGrams(rows: Rows): number {
  const times = column(rows, STUDIO_COLUMNS.time).slice(1);
  const steps = intervals(rows).map((interval, i) => `${interval}:${times[i]}`);
  // Four notes have three steps.
  const grams = steps.slice(2).map((_, i) => steps.slice(i, i + 3).join());
  return new Set(grams).size / Math.max(1, grams.length);
}
