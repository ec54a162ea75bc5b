/**
 * The Bach chorales of Boulanger-Lewandowski, Bengio and Vincent 2012 as rows: the notes of each
 * frame from the lowest up, then a row for the end of the frame. The likelihood of a frame is the
 * product over its rows, a proper one over sets of notes in one fixed order.
 */
import { readFileSync } from 'node:fs';
import type { EncodingColumn } from '../../src/music/encoding/encoding.ts';
import { KEYS, LOWEST_KEY } from '../../src/music/encoding/melody.ts';
import { KEY_CLASSES, keyOf } from '../../src/music/form/key.ts';
import { Matcher } from '../../src/music/form/matches.ts';
import { VoiceMemory } from '../../src/music/form/voices.ts';
import type { EncodedPiece } from '../../src/training/split.ts';

/** Frames per bar of most chorales; the position of a chorale's start in its bar is unknown. */
const FRAMES_PER_BAR = 4;
const MOST_VOICES = 8;
/** Classes of match length, two notes each. */
const LENGTHS = 9;
/** No value. */
const NONE = -1;

const key = { classes: KEYS, transposes: 'pitch' } as const;
const given = { predicted: false } as const;
/** Foretells the pitch. */
const memory = { ...key, ...given, headsOnly: true, foretells: 16 } as const;
/** Pitch class, from A, of an earlier note of the frame. */
const heldClass = { ...given, classes: 12, transposes: 'pitchClass', headsOnly: true } as const;

/** Columns without prediction follow from earlier rows; there are no conditions. */
export const CHORALE_COLUMNS: readonly EncodingColumn[] = [
  { name: 'voice', classes: MOST_VOICES, ...given },
  { name: 'frame', classes: FRAMES_PER_BAR, ...given },
  // Notes of the same voice in the two frames before.
  { name: 'held', ...key, ...given },
  { name: 'before', ...key, ...given, headsOnly: true },
  // Notes of the voice above and of the highest voice in the frame before.
  { name: 'above', ...key, ...given, headsOnly: true },
  { name: 'highest', ...key, ...given, headsOnly: true },
  { name: 'firstClass', ...heldClass },
  { name: 'secondClass', ...heldClass },
  { name: 'thirdClass', ...heldClass },
  // Key sensed so far.
  { name: 'key', classes: KEY_CLASSES, ...given, transposes: 'tonic' },
  // Longest match: its length, whether the frame ended there, and its next note.
  { name: 'matchLength', classes: LENGTHS, ...given },
  { name: 'matchEnd', classes: 2, ...given, headsOnly: true },
  { name: 'matchPitch', ...memory },
  // The same for single voices.
  { name: 'linePitch', ...memory },
  { name: 'otherLinePitch', ...memory },
  { name: 'end', classes: 2, predicted: true },
  // The end of a frame has no pitch to predict.
  { name: 'pitch', ...key, predicted: true },
];

export interface Chorales {
  train: EncodedPiece[];
  valid: EncodedPiece[];
  test: EncodedPiece[];
}

/** A chorale so far. */
class Memory {
  readonly #matcher = new Matcher();
  readonly #voices = new VoiceMemory();
  readonly #weights = new Array<number>(12).fill(0);

  /** Derived columns from the key on, for the note of this voice. */
  columns(frame: number, voice: number, sung: readonly number[]): number[] {
    const [match] = this.#matcher.find();
    const ends = match && match.time !== voice;
    const highest = sung[voice - 1] ?? -1;
    const lines = this.#voices
      .foretell(frame, highest)
      .filter(({ tick, pitch }) => tick === frame && pitch < KEYS && pitch > highest);
    const inRange = match && !ends && match.pitch >= 0 && match.pitch < KEYS;
    return [
      keyOf(this.#weights) ?? NONE,
      match ? Math.min(LENGTHS - 1, match.length >> 1) : 0,
      match ? Number(ends) : NONE,
      inRange ? match.pitch : NONE,
      lines[0]?.pitch ?? NONE,
      lines.find(({ pitch }) => pitch !== lines[0].pitch)?.pitch ?? NONE,
    ];
  }

  add(frame: number, voice: number, pitch: number): void {
    this.#matcher.add({ time: voice, pitch, duration: 0, velocity: 0 });
    this.#voices.add(frame, pitch, 1, 0);
    this.#weights[(pitch + LOWEST_KEY) % 12]++;
  }
}

function encode(frames: readonly (readonly number[])[]): Int16Array<ArrayBuffer> {
  const rows: number[] = [];
  const memory = new Memory();
  const keysOf = (index: number): number[] =>
    [...(frames[index] ?? [])].sort((a, b) => a - b).map((pitch) => pitch - LOWEST_KEY);
  frames.forEach((_, index) => {
    const keys = keysOf(index);
    const before = keysOf(index - 1);
    const earlier = keysOf(index - 2);
    for (let voice = 0; voice <= keys.length; voice++) {
      const sung = keys.slice(0, voice);
      const classes = [0, 1, 2].map((i) => (sung[i] === undefined ? NONE : sung[i] % 12));
      const ends = voice === keys.length;
      rows.push(
        Math.min(voice, MOST_VOICES - 1),
        index % FRAMES_PER_BAR,
        before[voice] ?? NONE,
        earlier[voice] ?? NONE,
        before[voice + 1] ?? NONE,
        before.at(-1) ?? NONE,
        ...classes,
        ...memory.columns(index, voice, sung),
        ends ? 1 : 0,
        ends ? NONE : keys[voice],
      );
      if (!ends) memory.add(index, voice, keys[voice]);
    }
  });
  return Int16Array.from(rows);
}

export function readChorales(path: URL): Chorales {
  const splits: Record<keyof Chorales, number[][][]> = JSON.parse(readFileSync(path, 'utf8'));
  const pieces = (split: keyof Chorales): EncodedPiece[] =>
    splits[split].map((frames, i) => ({
      id: `${split} ${i}`,
      rows: { width: CHORALE_COLUMNS.length, data: encode(frames) },
    }));
  return { train: pieces('train'), valid: pieces('valid'), test: pieces('test') };
}

/** Each frame ends once. */
export function countFrames(pieces: readonly EncodedPiece[]): number {
  const end = CHORALE_COLUMNS.findIndex(({ name }) => name === 'end');
  let frames = 0;
  for (const { rows } of pieces) {
    for (let at = end; at < rows.data.length; at += rows.width) frames += rows.data[at];
  }
  return frames;
}
