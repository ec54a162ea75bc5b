import { describe, expect, it } from 'vitest';
import type { Rows } from './encoding/encoding';
import { Random } from './random';
import { hashRuns, hashSteps, winnow } from './runHashes';

const LENGTH = 12;
const WINDOW = 16;
const columns = { pitchColumn: 0, timeColumn: 1 };

function randomNotes(count: number, seed: number): number[][] {
  const random = Random.fromSeed(seed);
  return Array.from({ length: count }, () => [20 + random.below(40), random.below(24)]);
}

const rowsOf = (notes: readonly number[][]): Rows => ({
  width: 2,
  data: Int16Array.from(notes.flat()),
});

describe('hashes of runs', () => {
  it('are equal for equal runs anywhere, in any transposition', () => {
    const run = randomNotes(60, 1);
    const moved = run.map(([pitch, time]) => [pitch + 7, time]);
    const [before, after] = [randomNotes(30, 2), randomNotes(30, 3)];
    const own = hashRuns(rowsOf(run), columns, LENGTH);
    const there = hashRuns(rowsOf([...before, ...moved, ...after]), columns, LENGTH);
    expect(own).toHaveLength(60 - LENGTH);
    expect(Array.from(there.subarray(30, 30 + own.length))).toEqual(Array.from(own));
  });

  it('differ for other intervals, times and orders', () => {
    const steps = Int32Array.from({ length: LENGTH }, (_, i) => 100 + i);
    const [hash] = hashSteps(steps, LENGTH);
    for (let i = 0; i < LENGTH; i++) {
      const changed = Int32Array.from(steps);
      changed[i]++;
      expect(hashSteps(changed, LENGTH)[0]).not.toBe(hash);
    }
    expect(hashSteps(Int32Array.from(steps).reverse(), LENGTH)[0]).not.toBe(hash);
  });

  it('of random runs do not collide more often than 32 random bits', () => {
    const hashes = hashRuns(rowsOf(randomNotes(60_000, 4)), columns, LENGTH);
    // Expected pairs: n^2 / 2^33, less than one.
    expect(new Set(hashes).size).toBeGreaterThan(hashes.length - 6);
  });

  it('of fewer notes than a run are none', () => {
    expect(hashRuns(rowsOf(randomNotes(LENGTH, 1)), columns, LENGTH)).toHaveLength(0);
    expect(winnow(new Uint32Array(0), WINDOW)).toEqual([]);
  });
});

describe('winnowing', () => {
  const hashes = hashRuns(rowsOf(randomNotes(3000, 5)), columns, LENGTH);
  const selected = winnow(hashes, WINDOW);

  it('selects one of every window, and about 2 of a window and one', () => {
    for (let i = 1; i < selected.length; i++) {
      expect(selected[i] - selected[i - 1]).toBeLessThanOrEqual(WINDOW);
    }
    expect(selected[0]).toBeLessThan(WINDOW);
    expect(hashes.length - (selected.at(-1) ?? 0)).toBeLessThanOrEqual(WINDOW);
    expect(selected.length / hashes.length).toBeCloseTo(2 / (WINDOW + 1), 1);
  });

  it('selects the same inside a shared stretch, whatever stands around it', () => {
    const shared = randomNotes(LENGTH + 3 * WINDOW, 6);
    const around = (seed: number): Uint32Array =>
      hashRuns(
        rowsOf([...randomNotes(40, seed), ...shared, ...randomNotes(40, seed + 1)]),
        columns,
        LENGTH,
      );
    const chosen = (seed: number): Set<number> => {
      const own = around(seed);
      return new Set(winnow(own, WINDOW).map((at) => own[at]));
    };
    const [first, second] = [chosen(10), chosen(20)];
    const common = [...first].filter((hash) => second.has(hash));
    // 48 shared runs, of which the windows inside choose at least every sixteenth.
    expect(common.length).toBeGreaterThanOrEqual(2);
  });

  it('of fewer hashes than a window selects the least', () => {
    expect(winnow(hashes.slice(0, 3), WINDOW)).toHaveLength(1);
  });
});
