import { describe, expect, it } from 'vitest';
import { applyPedal as applyPedalIn, overlongPedal } from './pedal';
import type { Note, PedalChange } from './song';

const note = (tick: number, duration: number, pitch = 60): Note => ({
  tick,
  duration,
  pitch,
  velocity: 80,
});

/** A tick of a millisecond. */
const clock = { ppq: 500, tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }] };
const applyPedal = (notes: readonly Note[], pedal: readonly PedalChange[]): readonly Note[] =>
  applyPedalIn(notes, pedal, clock);

const durations = (notes: readonly Note[]): number[] => notes.map((n) => n.duration);

describe('applyPedal', () => {
  it('returns the notes themselves where the pedal is never down', () => {
    const notes = [note(0, 10)];
    expect(applyPedal(notes, [])).toBe(notes);
    expect(applyPedal(notes, [{ tick: 0, down: false }])).toBe(notes);
  });

  it('lets a note ring until the pedal comes up', () => {
    const pedal = [
      { tick: 5, down: true },
      { tick: 100, down: false },
    ];
    expect(durations(applyPedal([note(0, 10), note(110, 10, 62)], pedal))).toEqual([100, 10]);
  });

  it('leaves a note that ends before the pedal goes down or as it comes up', () => {
    const pedal = [
      { tick: 20, down: true },
      { tick: 40, down: false },
    ];
    expect(durations(applyPedal([note(0, 10), note(30, 10, 62)], pedal))).toEqual([10, 10]);
  });

  it('ends a ringing note where the same key is struck again', () => {
    const pedal = [
      { tick: 0, down: true },
      { tick: 100, down: false },
    ];
    const notes = [note(0, 10), note(20, 10, 64), note(50, 10)];
    expect(durations(applyPedal(notes, pedal))).toEqual([50, 80, 50]);
  });

  it('treats two notes of one key at one tick alike', () => {
    const pedal = [
      { tick: 0, down: true },
      { tick: 100, down: false },
    ];
    const notes = [note(0, 10), note(0, 20), note(60, 10)];
    expect(durations(applyPedal(notes, pedal))).toEqual([60, 60, 40]);
  });

  it('never shortens a note', () => {
    const pedal = [
      { tick: 0, down: true },
      { tick: 10, down: false },
    ];
    expect(durations(applyPedal([note(0, 200), note(50, 10)], pedal))).toEqual([200, 10]);
  });

  it('ends with the last note where the pedal never comes up', () => {
    const notes = [note(0, 10), note(90, 10, 64)];
    expect(durations(applyPedal(notes, [{ tick: 5, down: true }]))).toEqual([100, 10]);
  });

  it('does not change what it is given', () => {
    const notes = [note(0, 10)];
    applyPedal(notes, [{ tick: 0, down: true }]);
    expect(notes).toEqual([note(0, 10)]);
  });

  it('lets no note ring longer than a string, whatever the tempo', () => {
    const notes = [note(0, 10), note(3000, 15_000, 62), note(20_000, 10, 64)];
    const down = [{ tick: 0, down: true }];
    expect(durations(applyPedal(notes, down))).toEqual([10_000, 15_000, 10]);
    const slowing = {
      ppq: 500,
      tempos: [...clock.tempos, { tick: 5000, microsecondsPerQuarter: 1e6 }],
    };
    expect(durations(applyPedalIn(notes, down, slowing))).toEqual([7500, 15_000, 10]);
  });
});

describe('overlongPedal', () => {
  const tune = [0, 4000, 20_000].map((tick, i) => note(tick, 10, 60 + i));
  const overlong = (pedal: PedalChange[], notes = tune) => overlongPedal({ notes, pedal }, clock);
  const down = { tick: 0, down: true };
  const up = (tick: number): PedalChange => ({ tick, down: false });

  it('is one under which music goes on for longer than a string rings', () => {
    expect(overlong([down])).toBe('never lifted');
    expect(overlong([down, { tick: 19_000, down: true }])).toBe('never lifted');
    expect(overlong([down], [note(0, 10), note(9000, 10)])).toBeUndefined();
  });

  it('may be lifted in the end, and go down again', () => {
    const long = [...tune, note(31_000, 10)];
    expect(overlong([down, up(240_000)], long)).toBe('lifted late');
    expect(overlong([down, up(240_000), { tick: 240_001, down: true }], long)).toBe('lifted late');
    const second = { tick: 200, down: true };
    expect(overlong([down, up(100), second, up(31_001)], long)).toBe('lifted late');
  });

  it('is none in a performance, however long its last notes ring', () => {
    expect(overlong([down, up(21_000)])).toBeUndefined();
    expect(overlong([{ tick: 19_990, down: true }, up(90_000)])).toBeUndefined();
    expect(overlong([])).toBeUndefined();
  });

  it('is none where no string dies away', () => {
    const again = Array.from({ length: 6 }, (_, i) => note(6000 * i + 1000, 10));
    expect(overlong([down, up(36_000)], again)).toBeUndefined();
  });
});
