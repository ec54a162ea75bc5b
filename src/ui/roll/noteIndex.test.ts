import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../music/song';
import { NoteIndex } from './noteIndex';

const note = (tick: number, duration: number, pitch = 60): Note => ({
  tick,
  duration,
  pitch,
  velocity: 80,
});

function visited(index: NoteIndex, from: number, to: number): number[] {
  const found: number[] = [];
  index.visit(from, to, (_, i) => found.push(i));
  return found;
}

describe('NoteIndex', () => {
  it('finds the notes that sound in a window, and no others', () => {
    const arbitrary = fc.array(
      fc.record({ tick: fc.nat(5000), duration: fc.integer({ min: 1, max: 3000 }) }),
      { maxLength: 400 },
    );
    fc.assert(
      fc.property(arbitrary, fc.nat(5000), fc.nat(2000), (raw, from, length) => {
        const notes = raw.map(({ tick, duration }) => note(tick, duration));
        const to = from + length;
        const expected = notes.flatMap((n, i) =>
          n.tick < to && n.tick + n.duration > from ? [i] : [],
        );
        const found = visited(new NoteIndex(notes), from, to);
        expect(found.toSorted((a, b) => a - b)).toEqual(expected);
        const ticks = found.map((i) => notes[i].tick);
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('reads a window of 100,000 notes without reading all of them', () => {
    let looked = 0;
    const counting = (tick: number, duration: number): Note => ({
      duration,
      pitch: 60,
      velocity: 80,
      get tick() {
        looked++;
        return tick;
      },
    });
    const notes = Array.from({ length: 100_000 }, (_, i) => counting(i * 10, 15));
    // One note lies under the whole piece: it must not make every window as long as the piece.
    notes[0] = counting(0, 1_000_000);
    const index = new NoteIndex(notes);
    looked = 0;
    const found = visited(index, 500_000, 501_000);
    expect(found).toHaveLength(102);
    expect(looked).toBeLessThan(600);
  });

  it('knows the end and the range', () => {
    const index = new NoteIndex([note(0, 900, 40), note(100, 50, 72)]);
    expect([index.endTick, index.pitches, index.count]).toEqual([
      900,
      { lowest: 40, highest: 72 },
      2,
    ]);
    expect(new NoteIndex([]).pitches).toBeUndefined();
  });

  it('steps through the notes by onset', () => {
    const index = new NoteIndex([note(200, 10), note(0, 10), note(100, 10)]);
    expect([index.firstFrom(0), index.firstFrom(1), index.firstFrom(999)]).toEqual([1, 2, 0]);
    expect([index.neighbour(1, 1), index.neighbour(2, -1), index.neighbour(0, 1)]).toEqual([
      2, 1, 0,
    ]);
  });
});
