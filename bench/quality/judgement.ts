/** Groups of takes held beside real music: bands, what lies outside them, and the bots. */
import type { Rows } from '../../src/music/encoding/encoding';
import { STUDIO_COLUMNS, studio } from '../../src/music/encoding/studio';
import { readMidi } from '../../src/music/midi/read';
import { writeMidi } from '../../src/music/midi/write';
import type { Random } from '../../src/music/random';
import { type Note, pitchedNotes } from '../../src/music/song';
import { MEASURES, type TakeMeasures } from './takes';

/** How far beyond the real music's range a group's mean may lie, as a share of that range. */
const TOLERANCE = 0.15;
/** And at least so far: where all real music gives one figure, a rounding is no fault. */
const LEAST_TOLERANCE = 0.01;
/** A longer note is stuck, in quarter notes. */
const LONGEST_NOTE = 32;
const WIDTH = studio.columns.length;

export interface Group {
  name: string;
  measures: readonly TakeMeasures[];
  /** Takes that re-read as they were written, with sound lengths and pitches. */
  valid: number;
}

export type Bands = Record<keyof TakeMeasures, { low: number; high: number }>;

/** From the 5th to the 95th percentile of real music, and a little more. */
export function bandsOf(real: readonly TakeMeasures[]): Bands {
  const band = (key: keyof TakeMeasures): { low: number; high: number } => {
    const sorted = real.map((measure) => measure[key]).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
    const [low, high] = [at(0.05), at(0.95)];
    const more = Math.max(TOLERANCE * (high - low), LEAST_TOLERANCE);
    // No measure is ever below zero.
    return { low: Math.max(0, low - more), high: high + more };
  };
  return {
    pitchClassOverlap: band('pitchClassOverlap'),
    intervalOverlap: band('intervalOverlap'),
    durationOverlap: band('durationOverlap'),
    polyphony: band('polyphony'),
    emptyBeats: band('emptyBeats'),
    distinctFourGrams: band('distinctFourGrams'),
    longestCopy: band('longestCopy'),
  };
}

/** Measures whose mean over the group lies outside the band. */
export function outside(group: Group, bands: Bands): (keyof TakeMeasures)[] {
  return MEASURES.filter((key) => {
    const value = meanOf(group, key);
    return value < bands[key].low || value > bands[key].high;
  });
}

export function meanOf({ measures }: Group, key: keyof TakeMeasures): number {
  return measures.reduce((sum, measure) => sum + measure[key], 0) / measures.length;
}

/** Re-reads as it was written, and nothing in it is stuck. */
export function isValid(notes: readonly Note[]): boolean {
  const sound = notes.every(
    ({ duration, pitch }) =>
      duration > 0 && duration <= LONGEST_NOTE * studio.ppq && pitch >= 21 && pitch <= 108,
  );
  const result = readMidi(
    writeMidi({
      title: 'Take',
      ppq: studio.ppq,
      tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
      timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
      keySignatures: [],
      tracks: [
        { name: 'Piano', channel: 0, program: 0, isDrum: false, notes: [...notes], pedal: [] },
      ],
    }),
  );
  const reread = result.ok ? pitchedNotes(result.songs[0]) : [];
  return notes.length > 0 && sound && JSON.stringify(reread) === JSON.stringify(notes);
}

/** Parts of a piece, `length` rows long; none of a shorter piece. */
export function stretches(rows: Rows, length: number, count: number, random: Random): Rows[] {
  const total = rows.data.length / WIDTH;
  if (total < length) return [];
  return Array.from({ length: count }, () => {
    const from = random.below(total - length + 1);
    return { width: WIDTH, data: rows.data.slice(from * WIDTH, (from + length) * WIDTH) };
  });
}

/** What a bot strikes that knows the keyboard and nothing else. */
export function randomRows(length: number, random: Random): Rows {
  const data = new Int32Array(length * WIDTH);
  for (let row = 0; row < length; row++) {
    studio.columns.forEach(({ classes }, column) => {
      data[row * WIDTH + column] = random.below(classes);
    });
    data[row * WIDTH + STUDIO_COLUMNS.time] = random.below(25);
    data[row * WIDTH + STUDIO_COLUMNS.duration] = 1 + random.below(48);
  }
  return { width: WIDTH, data };
}
