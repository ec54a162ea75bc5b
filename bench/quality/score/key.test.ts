import { describe, expect, it } from 'vitest';
import { inBestScale, sensedKey } from './key.ts';
import { note, quarters } from './testNotes.ts';

const cMajor = [60, 62, 64, 65, 67, 69, 71, 72, 67, 64, 60];
const aMinor = [57, 59, 60, 62, 64, 65, 68, 69, 64, 60, 57];
const play = (pitches: number[]): ReturnType<typeof note>[] =>
  pitches.map((pitch, i) => note(24 * i, pitch));

describe('the best scale', () => {
  it('contains all notes of a major and of a harmonic minor scale, on any tonic', () => {
    for (let up = 0; up < 12; up++) {
      expect(inBestScale(play(cMajor.map((pitch) => pitch + up)))).toBe(1);
      expect(inBestScale(play(aMinor.map((pitch) => pitch + up)))).toBe(1);
    }
  });

  it('holds seven of the twelve pitch classes', () => {
    const chromatic = Array.from({ length: 12 }, (_, i) => 60 + i);
    expect(inBestScale(play(chromatic))).toBeCloseTo(7 / 12);
    expect(inBestScale([])).toBe(0);
  });
});

describe('the sensed key', () => {
  it('is that of a scale with its tonic triad, in every transposition', () => {
    for (let up = 0; up < 12; up++) {
      const moved = (pitches: number[]): ReturnType<typeof note>[] =>
        play(pitches.map((pitch) => pitch + up));
      expect(sensedKey(moved(cMajor))).toEqual({ tonic: up, mode: 'major' });
      expect(sensedKey(moved(aMinor))).toEqual({ tonic: (9 + up) % 12, mode: 'minor' });
    }
  });

  it('weighs long notes more', () => {
    const { notes } = quarters([60, 61, 62, 63]);
    const held = notes.map((one) => (one.pitch === 62 ? { ...one, duration: 960 } : one));
    expect(sensedKey(held).tonic).toBe(2);
  });
});
