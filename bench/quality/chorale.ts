/**
 * The Bach chorales of Boulanger-Lewandowski, Bengio and Vincent 2012 as rows: each frame's notes
 * from the lowest up, then a row that says the frame has ended. The likelihood of a frame is that of
 * its rows, so it is a proper one over sets of notes in one fixed order.
 */
import { readFileSync } from 'node:fs';
import type { EncodingColumn } from '../../src/music/encoding/encoding.ts';
import { KEYS, LOWEST_KEY } from '../../src/music/encoding/melody.ts';
import type { EncodedPiece } from '../../src/training/split.ts';

/** Frames in a bar of most chorales; where a chorale begins in its bar is not known. */
const FRAMES_PER_BAR = 4;
const MOST_VOICES = 8;

export const CHORALE_COLUMNS: readonly EncodingColumn[] = [
  { name: 'voice', classes: MOST_VOICES, predicted: false },
  { name: 'frame', classes: FRAMES_PER_BAR, predicted: false },
  // What the same voice sang in the frame before.
  { name: 'held', classes: KEYS, predicted: false, transposes: true },
  { name: 'end', classes: 2, predicted: true },
  // Given the end of the frame there is no note to predict.
  { name: 'pitch', classes: KEYS, predicted: true, transposes: true },
];

export interface Chorales {
  train: EncodedPiece[];
  valid: EncodedPiece[];
  test: EncodedPiece[];
}

function encode(frames: readonly (readonly number[])[]): Int32Array<ArrayBuffer> {
  const rows: number[] = [];
  frames.forEach((frame, index) => {
    const keys = [...frame].sort((a, b) => a - b).map((pitch) => pitch - LOWEST_KEY);
    const before = [...(frames[index - 1] ?? [])].sort((a, b) => a - b);
    for (let voice = 0; voice <= keys.length; voice++) {
      const held = before[voice] === undefined ? -1 : before[voice] - LOWEST_KEY;
      const ends = voice === keys.length;
      const place = [Math.min(voice, MOST_VOICES - 1), index % FRAMES_PER_BAR, held];
      rows.push(...place, ends ? 1 : 0, ends ? -1 : keys[voice]);
    }
  });
  return Int32Array.from(rows);
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
