import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter, readAscending, riceBits, writeAscending } from './bits';
import type { Rows } from './encoding/encoding';
import { Random } from './random';
import { CERTAIN_NOTES, RunIndex, writeRunIndex } from './runIndex';

const columns = { pitchColumn: 0, timeColumn: 1 };

function notes(count: number, seed: number): number[][] {
  const random = Random.fromSeed(seed);
  return Array.from({ length: count }, () => [20 + random.below(40), random.below(24)]);
}

const rows = (list: readonly number[][]): Rows => ({
  width: 2,
  data: Int16Array.from(list.flat()),
});

it('reads back ascending numbers of any size', () => {
  const random = Random.fromSeed(1);
  const values = Array.from({ length: 500 }, () => random.below(2 ** 32) * 16 + random.below(16));
  values.sort((a, b) => a - b);
  for (const bits of [riceBits(values.length, 2 ** 36), 20, 30]) {
    const out = new BitWriter();
    writeAscending(out, values, bits);
    expect(readAscending(new BitReader(out.bytes()), values.length, bits)).toEqual(values);
  }
});

describe('the index of runs', () => {
  const pieces = Array.from({ length: 50 }, (_, i) => notes(1000, 100 + i));
  const bytes = writeRunIndex(pieces.map(rows), columns);
  const index = new RunIndex(bytes);

  it('takes about two bits a note', () => {
    expect((8 * bytes.length) / 50_000).toBeLessThan(2.6);
  });

  it('finds every shared run of the certain length, in any transposition, and names the piece', () => {
    const random = Random.fromSeed(7);
    for (let trial = 0; trial < 200; trial++) {
      const piece = random.below(pieces.length);
      const start = random.below(1000 - CERTAIN_NOTES);
      const copied = pieces[piece]
        .slice(start, start + CERTAIN_NOTES)
        .map(([pitch, time], i) => [pitch - 5, i === 0 ? 3 : time]);
      const take = [...notes(40, 1000 + trial), ...copied, ...notes(40, 2000 + trial)];
      const found = index.longest(rows(take), columns);
      expect(found.piece).toBe(piece);
      expect(found.notes).toBeLessThanOrEqual(CERTAIN_NOTES);
      expect(found.start).toBeGreaterThanOrEqual(40);
      expect(found.start + found.notes).toBeLessThanOrEqual(40 + CERTAIN_NOTES);
    }
  });

  it('measures a long copy to within two windows', () => {
    const take = [...notes(30, 1), ...pieces[3].slice(100, 400), ...notes(30, 2)];
    const found = index.longest(rows(take), columns);
    expect(found.piece).toBe(3);
    expect(found.notes).toBeGreaterThan(300 - 2 * CERTAIN_NOTES);
    expect(found.notes).toBeLessThanOrEqual(300);
  });

  it('finds nothing in other music, and nothing in the opening', () => {
    expect(index.longest(rows(notes(5000, 1)), columns)).toMatchObject({ notes: 0, piece: -1 });
    const take = rows([...pieces[0].slice(0, 200), ...notes(60, 3)]);
    expect(index.longest(take, columns, 200).notes).toBe(0);
  });

  it('refuses other bytes, and an index that is cut', () => {
    expect(() => new RunIndex(new Uint8Array(100))).toThrow(RangeError);
    expect(() => new RunIndex(bytes.subarray(0, bytes.length - 100))).toThrow(RangeError);
  });
});
