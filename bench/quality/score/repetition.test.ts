import { describe, expect, it } from 'vitest';
import { bestBarMatch, exactBarRepeats, heardBefore, longestLoop } from './repetition.ts';
import { note, quarters } from './testNotes.ts';

const a = [60, 62, 64, 65];
const b = [67, 69, 71, 72];
const c = [60, 62, 64, 77];

describe('bars that come back', () => {
  it('counts exact repeats of any earlier bar', () => {
    expect(exactBarRepeats(quarters(a, b, a, c, b))).toBe(2);
    expect(exactBarRepeats(quarters(a, b, c))).toBe(0);
  });

  it('leaves out rests', () => {
    expect(exactBarRepeats(quarters([], a, [], [], b))).toBe(0);
  });

  it('distinguishes a bar moved by a beat', () => {
    expect(exactBarRepeats(quarters([60, 62, 64], [0, 60, 62, 64]))).toBe(0);
  });

  it('gives the mean overlap with the most similar earlier bar', () => {
    // Three of five pairs are shared.
    expect(bestBarMatch(quarters(a, c))).toBeCloseTo(3 / 5);
    expect(bestBarMatch(quarters(a, c, b, a))).toBeCloseTo((3 / 5 + 0 + 1) / 3);
    expect(bestBarMatch(quarters(a))).toBe(0);
  });
});

describe('loops', () => {
  it('have the length of all repeats of their unit', () => {
    expect(longestLoop(quarters(a, a))).toBe(2);
    expect(longestLoop(quarters(b, a, a, a, a, c))).toBe(4);
    expect(longestLoop(quarters(a, b, a, b))).toBe(4);
    expect(longestLoop(quarters(a, b, a, b, a, c))).toBe(5);
    expect(longestLoop(quarters(a, b, c, [50], a, b, c, [50]))).toBe(8);
  });

  it('need immediate and complete repeats', () => {
    expect(longestLoop(quarters(a, b, a))).toBe(0);
    expect(longestLoop(quarters(a, b, c, a, b, [50]))).toBe(0);
    expect(longestLoop(quarters([], [], [], []))).toBe(0);
  });
});

describe('runs heard before', () => {
  const melody = [60, 64, 62, 67, 65, 72, 59];
  const play = (from: number, pitches: number[]): ReturnType<typeof note>[] =>
    pitches.map((pitch, i) => note(from + 24 * i, pitch));

  it('include seven repeated notes, transposed too', () => {
    const up = melody.map((pitch) => pitch + 5);
    const notes = [...play(0, melody), note(173, 40), ...play(201, up)];
    expect(heardBefore(notes)).toBeCloseTo(7 / 15);
  });

  it('exclude shorter runs and other rhythms', () => {
    const short = melody.slice(0, 6);
    expect(heardBefore([...play(0, melody), note(173, 40), ...play(201, short)])).toBe(0);
    const slow = melody.map((pitch, i) => note(201 + 48 * i, pitch));
    expect(heardBefore([...play(0, melody), note(173, 40), ...slow])).toBe(0);
    expect(heardBefore([])).toBe(0);
  });

  it('cover nearly all of one repeated note', () => {
    expect(heardBefore(play(0, new Array(100).fill(60)))).toBeCloseTo(0.99);
  });
});
