import { describe, expect, it } from 'vitest';
import type { NoteOdds } from '../../model/take';
import type { Note } from '../../music/song';
import { LEFT_OUT_STYLE, noteStyles, OPENING_STYLE, oddsOf, TOUCH_STEPS } from './noteStyles';
import { percent, surprisal, surpriseShare } from './oddsScale';

const notes: Note[] = [1, 64, 127].map((velocity, i) => ({
  tick: i,
  duration: 1,
  pitch: 60,
  velocity,
}));
const drawn = (probability: number): NoteOdds => ({ probability, likeliest: [] });

describe('note styles', () => {
  it('follow the velocity in a piece', () => {
    const [soft, middle, loud] = noteStyles({ notes });
    expect([soft, loud]).toEqual([0, TOUCH_STEPS - 1]);
    expect(middle).toBeGreaterThan(soft);
    expect(middle).toBeLessThan(loud);
  });

  it('follow the odds in a take', () => {
    const odds = [drawn(1), drawn(0.2), drawn(1e-9)];
    const [certain, likely, rare] = noteStyles({ notes, odds });
    expect([certain, rare]).toEqual([TOUCH_STEPS, OPENING_STYLE - 1]);
    expect(likely).toBeGreaterThan(certain);
  });

  it('set the notes of the prompt apart, with or without odds', () => {
    const all = [drawn(1), drawn(1), drawn(0.5)];
    expect([...noteStyles({ notes, odds: all, promptNotes: 2 })].slice(0, 2)).toEqual([
      OPENING_STYLE,
      OPENING_STYLE,
    ]);
    const own = { notes, odds: all.slice(2), promptNotes: 2 };
    expect(noteStyles(own)).toEqual(noteStyles({ ...own, odds: all }));
    expect(oddsOf(2, notes, all.slice(2), 2)).toBe(all[2]);
    expect(oddsOf(1, notes, all, 2)).toBeUndefined();
  });
});

it('sets notes that are not learnt apart', () => {
  const [soft, ...others] = noteStyles({ notes, leftOut: [false, true, true] });
  expect(soft).toBe(0);
  expect(others).toEqual([LEFT_OUT_STYLE, LEFT_OUT_STYLE]);
});

describe('odds scale', () => {
  it('is linear in bits', () => {
    expect(surprisal(0.25)).toBe(2);
    expect([1, 0.5, 0.25, 2 ** -8, 0].map(surpriseShare)).toEqual([0, 0.125, 0.25, 1, 1]);
  });

  it('writes percentages with the digits they need', () => {
    expect([1, 0.123, 0.099, 0.0042, 0.0001, 0].map(percent)).toEqual([
      '100 %',
      '12 %',
      '9.9 %',
      '0.4 %',
      '< 0.1 %',
      '< 0.1 %',
    ]);
  });
});
