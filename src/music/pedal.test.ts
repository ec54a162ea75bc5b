import { describe, expect, it } from 'vitest';
import { applyPedal } from './pedal';
import type { Note } from './song';

const note = (tick: number, duration: number, pitch = 60): Note => ({
  tick,
  duration,
  pitch,
  velocity: 80,
});

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
});
