import { expect, it } from 'vitest';
import { longestCopy } from './copying';
import type { Rows } from './encoding/encoding';
import { melody } from './encoding/melody';
import { Random } from './random';

const rows = (keys: number[]): Rows => ({ width: 1, data: Int16Array.from(keys) });

it('finds a transposed run, and where it stands', () => {
  const piece = rows([10, 20, 30, 35, 33, 38, 40, 12]);
  const take = rows([1, 2, 50, 55, 53, 58, 60, 70]);
  expect(longestCopy(take, [rows([5, 5, 5]), piece], melody)).toEqual({
    notes: 5,
    start: 2,
    piece: 1,
    pieceStart: 2,
  });
});

it('finds no run where nothing is shared', () => {
  expect(longestCopy(rows([1, 2, 3]), [rows([1, 4, 9])], melody).notes).toBe(0);
});

it('ignores the prompt', () => {
  const keys = [10, 12, 15, 19, 24, 30, 20, 40];
  expect(longestCopy(rows(keys), [rows(keys.slice(0, 6))], melody, 5).notes).toBe(0);
});

it('agrees with a search of every run', () => {
  const random = Random.fromSeed(8);
  for (let round = 0; round < 20; round++) {
    const draw = (count: number): number[] => Array.from({ length: count }, () => random.below(3));
    const [take, piece] = [draw(30), draw(40)];
    let longest = 0;
    for (let i = 0; i < take.length; i++) {
      for (let j = 0; j < piece.length; j++) {
        let length = 1;
        while (
          i + length < take.length &&
          j + length < piece.length &&
          take[i + length] - take[i + length - 1] === piece[j + length] - piece[j + length - 1]
        ) {
          length++;
        }
        if (length > 1) longest = Math.max(longest, length);
      }
    }
    const { notes, start, pieceStart } = longestCopy(rows(take), [rows(piece)], melody);
    expect(notes).toBe(longest);
    const steps = (keys: number[], from: number): number[] =>
      keys.slice(from, from + notes).map((key) => key - keys[from]);
    expect(steps(take, start)).toEqual(steps(piece, pieceStart));
  }
});
