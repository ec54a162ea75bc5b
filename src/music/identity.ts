/**
 * Identity of a piece: its notes. File name, title, tempo, resolution, instruments, dynamics, note
 * lengths, silence before the first note and the division into tracks do not change it.
 */
import type { PackedSong } from './packedSong';

/**
 * Quarter notes by which two files of one performance may differ from note to note: each rounds to
 * ticks of its own. Nearer strokes of one key are one.
 */
const NEAR = 1 / 20;
/** The same from the first note on, as a share: some programs round each wait, not each onset. */
const DRIFT = 1 / 200;
/** More than any MIDI pitch. */
const PITCHES = 128;
const NOTE_FIELDS = 4;

/** 32-bit offset basis and prime of FNV-1a (Fowler, Noll and Vo; RFC 9923). */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Seed of the second half of the hash. */
const SECOND_SEED = 0x9e3779b9;

/** Keys of a piece of music: hashes of how often each pitch is struck, which no rounding changes. */
export interface MusicKeys {
  /** Equal in files of the same music. */
  music: string;
  /** Equal in all its transpositions, too. */
  work: string;
}

/** Percussion is left out. */
export function musicKeys(song: PackedSong): MusicKeys {
  return keysOf(strokesOf(song));
}

/**
 * Key of the music in 16 hexadecimal digits. Other music may have the same key, as a scale and the
 * scale turned round do; `isSameMusic` tells them apart.
 */
export function musicIdentity(song: PackedSong): string {
  return musicKeys(song).music;
}

export function keysOf({ byPitch }: Strokes): MusicKeys {
  const { lowest, counts } = byPitch;
  return { music: hashNumbers([lowest, ...counts]), work: hashNumbers(counts) };
}

/**
 * Whether two songs have the same pitches at the same onsets, counted in quarters from the first
 * note, but for the rounding of their ticks. A transposed song is another.
 */
export function isSameMusic(a: PackedSong, b: PackedSong): boolean {
  const [one, other] = [strokesOf(a), strokesOf(b)];
  return one.byPitch.lowest === other.byPitch.lowest && isSameWork(one, other);
}

/** The same in whatever key. */
export function isSameWork(one: Strokes, other: Strokes): boolean {
  const { lowest } = one.byPitch;
  const { onsets, starts, counts } = other.byPitch;
  if (one.onsets.length !== other.onsets.length || one.byPitch.counts.length !== counts.length) {
    return false;
  }
  const next = starts.slice();
  // Rounding may change the order of chords, but not that of one key's strokes.
  let late = 0;
  for (let i = 0; i < one.onsets.length; i++) {
    const key = one.pitches[i] - lowest;
    if (next[key] - starts[key] >= counts[key]) return false;
    const onset = one.onsets[i];
    const later = onsets[next[key]++] - onset;
    if (Math.abs(later - late) > NEAR || Math.abs(later) > NEAR + onset * DRIFT) return false;
    late = later;
  }
  return true;
}

/** Pitched strokes of a song in order of time; of two parts that strike a key together one. */
export interface Strokes {
  /** Quarter notes since the first. */
  onsets: Float64Array;
  pitches: Uint8Array;
  byPitch: {
    lowest: number;
    /** Strokes of each pitch from the lowest to the highest. */
    counts: Uint32Array;
    /** Onsets pitch by pitch, and where those of each pitch begin. */
    onsets: Float64Array;
    starts: Uint32Array;
  };
}

const known = new WeakMap<PackedSong, Strokes>();

/** Those of a song that was asked for before are kept as long as the song. */
export function strokesOf(song: PackedSong): Strokes {
  const before = known.get(song);
  if (before) return before;
  const strokes = findStrokes(song);
  known.set(song, strokes);
  return strokes;
}

function findStrokes({ tracks, ppq }: PackedSong): Strokes {
  const pitched = tracks.filter(({ isDrum }) => !isDrum).map(({ notes }) => notes);
  const keys = new Float64Array(pitched.reduce((sum, { length }) => sum + length / NOTE_FIELDS, 0));
  let at = 0;
  for (const notes of pitched) {
    for (let i = 0; i < notes.length; i += NOTE_FIELDS) {
      keys[at++] = notes[i] * PITCHES + notes[i + 2];
    }
  }
  keys.sort();
  const first = Math.floor(keys[0] / PITCHES);
  const onsets = new Float64Array(keys.length);
  const pitches = new Uint8Array(keys.length);
  const latest = new Float64Array(PITCHES).fill(Number.NEGATIVE_INFINITY);
  let count = 0;
  for (const key of keys) {
    const pitch = key % PITCHES;
    const onset = (Math.floor(key / PITCHES) - first) / ppq;
    if (onset - latest[pitch] < NEAR) continue;
    latest[pitch] = onset;
    onsets[count] = onset;
    pitches[count++] = pitch;
  }
  const strokes = { onsets: onsets.slice(0, count), pitches: pitches.slice(0, count) };
  return { ...strokes, byPitch: sortedByPitch(strokes) };
}

function sortedByPitch({ onsets, pitches }: Omit<Strokes, 'byPitch'>): Strokes['byPitch'] {
  const all = new Uint32Array(PITCHES);
  for (const pitch of pitches) all[pitch]++;
  const lowest = Math.max(
    0,
    all.findIndex((count) => count > 0),
  );
  const counts = all.slice(lowest, all.findLastIndex((count) => count > 0) + 1);
  const starts = new Uint32Array(counts.length);
  for (let i = 1; i < starts.length; i++) starts[i] = starts[i - 1] + counts[i - 1];
  const next = starts.slice();
  const sorted = new Float64Array(onsets.length);
  onsets.forEach((onset, i) => {
    sorted[next[pitches[i] - lowest]++] = onset;
  });
  return { lowest, counts, onsets: sorted, starts };
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
