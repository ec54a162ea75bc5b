/**
 * Identity of a piece: a hash of its notes. File name, title, tempo, instruments, dynamics, note
 * lengths, silence before the first note and the division into tracks do not change it.
 */
import type { PackedSong } from './packedSong';

/** Steps per quarter note to which onsets are rounded: files of different resolution agree. */
const STEPS = 24;
/** More than any MIDI pitch. */
const PITCHES = 128;
const NOTE_FIELDS = 4;

/** 32-bit offset basis and prime of FNV-1a (Fowler, Noll and Vo; RFC 9923). */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Seed of the second half of the hash. */
const SECOND_SEED = 0x9e3779b9;

/**
 * Key of the music: equal for two songs with the same pitches at the same onsets, counted from the
 * first note on a grid of 24 steps per quarter. Percussion is left out; a transposed song is another.
 * @returns 16 hexadecimal digits; those of the empty list for a song without pitched notes
 */
export function musicIdentity({ tracks, ppq }: PackedSong): string {
  const pitched = tracks.filter(({ isDrum }) => !isDrum).map(({ notes }) => notes);
  const count = pitched.reduce((sum, notes) => sum + notes.length / NOTE_FIELDS, 0);
  const keys = new Float64Array(count);
  let at = 0;
  for (const notes of pitched) {
    for (let i = 0; i < notes.length; i += NOTE_FIELDS) {
      keys[at++] = notes[i] * PITCHES + notes[i + 2];
    }
  }
  keys.sort();
  const first = Math.floor(keys[0] / PITCHES);
  for (let i = 0; i < count; i++) {
    const tick = Math.floor(keys[i] / PITCHES) - first;
    keys[i] = Math.round((tick * STEPS) / ppq) * PITCHES + (keys[i] % PITCHES);
  }
  // Onsets rounded to one step may have been in another order of pitch.
  keys.sort();
  // A note doubled by another part is one note.
  return hashNumbers(keys.filter((key, i) => i === 0 || key !== keys[i - 1]));
}

/**
 * Hash of a list of integers, as 16 hexadecimal digits: two hashes after FNV-1a, which takes bytes;
 * here each step takes 32 bits, and shifts mix the high bits into the low ones.
 */
export function hashNumbers(values: ArrayLike<number>): string {
  let first = FNV_OFFSET;
  let second = FNV_OFFSET ^ SECOND_SEED;
  for (let i = 0; i < values.length; i++) {
    const low = values[i] | 0;
    const high = Math.floor(values[i] / 2 ** 32) | 0;
    first = mix(first, low, high);
    second = mix(second, high, low);
  }
  return hex(first) + hex(second);
}

function mix(hash: number, a: number, b: number): number {
  let mixed = Math.imul(hash ^ a, FNV_PRIME);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed ^ b, FNV_PRIME);
  return mixed ^ (mixed >>> 13);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
