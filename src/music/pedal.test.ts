import { describe, expect, it } from 'vitest';
import { applyPedal as applyPedalIn, isPedalLeftDown } from './pedal';
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

describe('isPedalLeftDown', () => {
  const part = { name: '', channel: 0, program: 0, isDrum: false };
  const isLeft = (last: number, pedal: PedalChange[]): boolean =>
    isPedalLeftDown({ ...part, notes: [note(0, 10), note(last, 10)], pedal }, clock);

  it('is true where music follows for longer than a string rings', () => {
    expect(isLeft(20_000, [{ tick: 0, down: true }])).toBe(true);
    expect(isLeft(9000, [{ tick: 0, down: true }])).toBe(false);
  });

  it('is false where the pedal comes up, and without a pedal', () => {
    const moves = [
      { tick: 0, down: true },
      { tick: 19_000, down: false },
    ];
    expect(isLeft(20_000, moves)).toBe(false);
    expect(isLeft(20_000, [])).toBe(false);
  });
});
