import { describe, expect, it } from 'vitest';
import { endsOnTonicTriad, notesPerOnset, semitoneClashes, startsOnGrid } from './harmony.ts';
import type { Score } from './score.ts';
import { note, quarters } from './testNotes.ts';

it('counts notes that begin together', () => {
  expect(notesPerOnset([note(0, 60), note(0, 64), note(0, 67), note(24, 60)])).toBe(2);
  expect(notesPerOnset([])).toBe(0);
});

describe('clashes', () => {
  it('are semitones in any octave, of notes that sound together', () => {
    expect(semitoneClashes([note(0, 60), note(0, 61)])).toBe(1);
    expect(semitoneClashes([note(0, 60), note(0, 71), note(0, 76)])).toBeCloseTo(1 / 3);
    expect(semitoneClashes([note(0, 60), note(12, 73)])).toBe(1);
    expect(semitoneClashes([note(0, 60), note(0, 64)])).toBe(0);
  });

  it('are not counted between consecutive notes', () => {
    expect(semitoneClashes([note(0, 60), note(24, 61)])).toBe(0);
    expect(semitoneClashes([])).toBe(0);
  });
});

describe('the end', () => {
  const {
    meters,
    notes: scale,
    ppq,
  } = quarters(...new Array(4).fill([60, 62, 64, 65]), ...new Array(4).fill([67, 60, 64, 72]));
  const end = 32 * ppq;
  const closing = (...pitches: number[]): Score => ({
    ppq,
    meters,
    notes: [...scale, ...pitches.map((pitch) => note(end, pitch, 96))],
  });

  it('is a triad if root, third and fifth sound and nothing else', () => {
    expect(endsOnTonicTriad(closing(48, 60, 64, 67))).toBe(true);
    expect(endsOnTonicTriad(closing(48, 60, 64))).toBe(false);
    expect(endsOnTonicTriad(closing(60, 64, 67, 71))).toBe(false);
    expect(endsOnTonicTriad(closing(60, 63, 67))).toBe(false);
  });

  it('is no tonic triad if it is another chord', () => {
    expect(endsOnTonicTriad(closing(55, 59, 62))).toBe(false);
  });

  it('includes notes that still sound at the last onset', () => {
    const bass = { ...note(end - 24, 48), duration: 200 };
    const last = closing(64, 67);
    expect(endsOnTonicTriad({ ...last, notes: [...scale, bass, ...last.notes.slice(32)] })).toBe(
      true,
    );
    expect(endsOnTonicTriad(last)).toBe(false);
  });

  it('may be a major triad in a minor key', () => {
    const minor = quarters([57, 59, 60, 62], [64, 65, 68, 69], [64, 60, 57, 64]);
    const end = 12 * ppq;
    const chord = (third: number): Score => ({
      ...minor,
      notes: [...minor.notes, note(end, 57), note(end, third), note(end, 64)],
    });
    expect(endsOnTonicTriad(chord(60))).toBe(true);
    expect(endsOnTonicTriad(chord(61))).toBe(true);
  });

  it('is false without notes', () => {
    expect(endsOnTonicTriad({ ...quarters(), notes: [] })).toBe(false);
  });
});

it('recognizes sixteenths and triplets, and other places as neither', () => {
  const at = (tick: number): boolean => startsOnGrid({ ...quarters(), notes: [note(tick, 60)] });
  expect([0, 6, 8, 12, 16, 18, 66, 88].map(at)).not.toContain(false);
  expect([1, 4, 7, 9, 20, 95].map(at)).not.toContain(true);
  expect(startsOnGrid({ ...quarters(), notes: [] })).toBe(false);
});
