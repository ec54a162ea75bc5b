import { describe, expect, it } from 'vitest';
import type { Note } from '../song';
import { NEW_BAR, type PlannedBar } from './plan';
import { qualityScore, takeQuality } from './takeQuality';

const PPQ = 24;
const BAR = 4 * PPQ;
const fourFour = { tick: 0, numerator: 4, denominator: 4 };

function quarters(...pitches: number[]): Note[] {
  return pitches.map((pitch, i) => ({ tick: i * PPQ, duration: PPQ, pitch, velocity: 80 }));
}

/** C major: its scale, its triads, and C at the end. */
const cadence = quarters(60, 62, 64, 65, 67, 69, 67, 65, 64, 60, 67, 71, 60, 64, 67, 60);

const repeat = (degree: PlannedBar['degree']): PlannedBar => ({ degree, lag: 1, shift: 0 });

describe('takeQuality', () => {
  it('senses the key and counts the notes in its scale', () => {
    const notes = [
      ...cadence.slice(0, 8),
      ...quarters(61, 66).map((note) => later(note)),
      ...cadence.slice(10),
    ];
    expect(takeQuality({ notes: cadence, promptNotes: 0 }, PPQ, fourFour)).toEqual({
      key: 0,
      inKey: 1,
      repeats: undefined,
      endsOnTonic: true,
    });
    expect(takeQuality({ notes, promptNotes: 0 }, PPQ, fourFour).inKey).toBe(14 / 16);
  });

  it('counts composed notes only', () => {
    const notes = [...quarters(61, 66, 68, 70), ...cadence.map((note) => later(note, 4))];
    expect(takeQuality({ notes, promptNotes: 4 }, PPQ, fourFour)).toMatchObject({ inKey: 1 });
  });

  it('wants the root of the triad at the bottom of the last chord', () => {
    const ending = (...pitches: number[]): boolean => {
      const chord = pitches.map((pitch) => ({ ...cadence[15], pitch }));
      const notes = [...cadence.slice(0, 15), ...chord];
      return takeQuality({ notes, promptNotes: 0 }, PPQ, fourFour).endsOnTonic;
    };
    expect(ending(48, 64, 67)).toBe(true);
    expect(ending(64, 67, 72)).toBe(false);
    expect(ending(48, 65, 69)).toBe(false);
  });

  it('hears held notes in the last chord', () => {
    const held = { tick: 12 * PPQ, duration: BAR, velocity: 80 };
    const over = (pitch: number): Note[] => [...cadence.slice(0, 13), { ...held, pitch }];
    const ends = (pitch: number): boolean => {
      const notes = [...over(pitch), { ...cadence[15], pitch: 64 }];
      return takeQuality({ notes, promptNotes: 0 }, PPQ, fourFour).endsOnTonic;
    };
    expect(ends(48)).toBe(true);
    expect(ends(43)).toBe(false);
  });

  it('compares the repeats with those that the plan asked for', () => {
    const asked = [NEW_BAR, repeat('same'), repeat('varied'), NEW_BAR];
    const quality = (...made: PlannedBar[]): number | undefined =>
      takeQuality({ notes: cadence, promptNotes: 0 }, PPQ, fourFour, { asked, made }).repeats;
    expect(quality(NEW_BAR, repeat('same'), repeat('same'), NEW_BAR)).toBe(1);
    expect(quality(NEW_BAR, repeat('varied'), repeat('rhythm'), NEW_BAR)).toBe(0.375);
    expect(quality(NEW_BAR)).toBe(0);
    const plans = { asked: [NEW_BAR, NEW_BAR], made: [NEW_BAR, NEW_BAR] };
    const free = takeQuality({ notes: cadence, promptNotes: 0 }, PPQ, fourFour, plans);
    expect(free.repeats).toBeUndefined();
  });

  it('leaves the bars of the opening out of that comparison', () => {
    const asked = [NEW_BAR, repeat('same'), repeat('same'), NEW_BAR];
    const made = [NEW_BAR, NEW_BAR, repeat('same'), NEW_BAR];
    const quality = takeQuality({ notes: cadence, promptNotes: 8 }, PPQ, fourFour, { asked, made });
    expect(quality.repeats).toBe(1);
  });

  it('has no key in silence', () => {
    expect(takeQuality({ notes: [], promptNotes: 0 }, PPQ, fourFour)).toMatchObject({
      inKey: 0,
      endsOnTonic: false,
    });
  });
});

describe('qualityScore', () => {
  it('adds key, repeats and ending', () => {
    expect(qualityScore({ inKey: 1, repeats: 0.5, endsOnTonic: true })).toBe(2.5);
    expect(qualityScore({ inKey: 7 / 12, repeats: 0, endsOnTonic: false })).toBe(0);
  });

  it('misses no repeats where none are planned', () => {
    expect(qualityScore({ inKey: 1, endsOnTonic: true })).toBe(3);
  });
});

function later(note: Note, beats = 8): Note {
  return { ...note, tick: note.tick + beats * PPQ };
}
