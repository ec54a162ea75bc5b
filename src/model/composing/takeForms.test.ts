import { describe, expect, it } from 'vitest';
import { form } from '../../music/encoding/form';
import { melody } from '../../music/encoding/melody';
import type { PieceForm } from '../../music/form/pieceForm';
import { writePlan } from '../../music/form/planText';
import { chooseForm, keyOfRows, reportForm } from './takeForms';

const forms: PieceForm[] = [
  { piece: 'short', key: 3, bars: 2, plan: 'n s1', lastPlace: 0.5 },
  { piece: 'long', key: 14, bars: 5, plan: 'n n v2 s2 s4', lastPlace: 0 },
];
const fourFour = { tick: 0, numerator: 4, denominator: 4 };

function planText(bars: number, settings: Parameters<typeof chooseForm>[0], seed = 1): string {
  return writePlan(chooseForm(settings, forms, bars, seed, undefined).plan ?? []);
}

describe('the form of a take', () => {
  it('comes from a drawn piece of sufficient length, with its key', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(chooseForm({}, forms, 4, seed, undefined)).toMatchObject({ planOf: 'long', key: 14 });
    }
    const drawn = [...Array(20).keys()].map((seed) => chooseForm({}, forms, 2, seed, undefined));
    expect(new Set(drawn.map(({ planOf }) => planOf))).toEqual(new Set(['short', 'long']));
    expect(planText(4, {})).toBe('n n v2 s2');
  });

  it('comes from the chosen piece, repeated if shorter', () => {
    expect(planText(5, { form: { kind: 'as', piece: 'short' } })).toBe('n s1 v2 v2 r2');
  });

  it('has no plan if free, or without known forms', () => {
    expect(chooseForm({ form: { kind: 'free' } }, forms, 4, 1, undefined)).toEqual({
      key: 14,
      lastPlace: 0,
    });
    expect(chooseForm({ key: 5 }, [], 4, 1, undefined)).toEqual({ key: 5 });
    const gone = { form: { kind: 'as', piece: 'gone' } } as const;
    expect(chooseForm(gone, forms, 4, 1, undefined).plan).toBeUndefined();
  });

  it('has the chosen key, else that of the prompt', () => {
    expect(chooseForm({ key: 5 }, forms, 4, 1, 8).key).toBe(5);
    expect(chooseForm({}, forms, 4, 1, 8).key).toBe(8);
  });

  it('repeats less or more', () => {
    expect(planText(4, { repetition: 'less' })).toBe('n n r2 v2');
    expect(planText(4, { repetition: 'more' })).toBe('n n s2 s2');
  });
});

describe('the form of a finished take', () => {
  const notes = Array.from({ length: 8 }, (_, bar) => ({
    tick: bar * 96,
    duration: 96,
    pitch: [60, 64, 67, 72][bar % 4],
    velocity: 80,
  }));
  const rows = form.encode({
    title: '',
    ppq: 24,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [fourFour],
    keySignatures: [],
    tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
  });

  it('is read from its notes', () => {
    expect(reportForm(form, rows, fourFour, { key: 0, planOf: 'long' })).toEqual({
      groups: [
        { letter: 'A', bar: 0, bars: 4 },
        { letter: 'A', bar: 4, bars: 4 },
      ],
      barTicks: 96,
      key: 0,
      planOf: 'long',
    });
    expect(keyOfRows(rows, fourFour)).toBe(0);
  });

  it('is undefined for encodings without form', () => {
    expect(reportForm(melody, { width: 1, data: new Int16Array(3) }, fourFour, {})).toBeUndefined();
  });
});
