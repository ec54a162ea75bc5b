import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../texts/language';
import { describeMarked, describeNote, describeRoll } from './describeRoll';
import { percent } from './oddsScale';
import { pitchName } from './pitchNames';
import { makeScene } from './rollScene';

afterEach(() => setLanguage('en'));

const note = { tick: 960, duration: 480, pitch: 64, velocity: 80 };
const scene = makeScene({ notes: [note], ppq: 480, timeSignatures: [] });

it('counts notes and bars and gives the range', () => {
  const more = { ...note, tick: 1920, pitch: 73 };
  expect(describeRoll(scene)).toBe('1 note, 1 bar, E4');
  expect(describeRoll(makeScene({ notes: [note, more], ppq: 480, timeSignatures: [] }))).toBe(
    '2 notes, 2 bars, E4 to C♯5',
  );
  expect(describeRoll(makeScene({ notes: [], ppq: 480, timeSignatures: [] }))).toBe('No notes');
});

it('says which notes are marked, and why', () => {
  const notes = [note, { ...note, tick: 2000 }, { ...note, tick: 2100 }];
  const marked = { from: 1, count: 2, text: 'also in Bethena, bar 4' };
  expect(describeMarked(makeScene({ notes, ppq: 480, timeSignatures: [], marked }))).toBe(
    'Marked from bar 2.1 on: 2 notes, also in Bethena, bar 4.',
  );
  expect(describeMarked(scene)).toBe('');
});

it('says where a note stands and how likely it was', () => {
  expect(describeNote(note, scene, undefined)).toBe('E4, bar 1.3.');
  const odds = {
    probability: 0.12,
    likeliest: [
      { pitch: 60, probability: 0.4 },
      { pitch: 64, probability: 0.12 },
    ],
  };
  expect(describeNote(note, scene, odds)).toBe(
    'E4, bar 1.3. Probability 12 %. Likeliest: C4 40 %, E4 12 %.',
  );
});

it('names notes as the key in force has them: flats in flat keys, sharps in sharp ones', () => {
  const key = (tick: number, fifths: number) => ({ tick, fifths, mode: 'major' }) as const;
  const keys = [key(0, -2), key(1920, 5)];
  const notes = [58, 63].map((pitch) => ({ ...note, pitch }));
  const later = { ...note, tick: 1920, pitch: 58 };
  const inKeys = makeScene({ notes: [...notes, later], keys, ppq: 480, timeSignatures: [] });
  expect(describeRoll(inKeys)).toBe('3 notes, 2 bars, B♭3 to E♭4');
  expect(describeNote(notes[0], inKeys, undefined)).toBe('B♭3, bar 1.3.');
  expect(describeNote(later, inKeys, undefined)).toBe('A♯3, bar 2.1.');
  expect([pitchName(58), pitchName(60, 7), pitchName(59, -6)]).toEqual(['B♭3', 'B♯3', 'C♭4']);
});

it('names pitches and writes figures as the language does', async () => {
  const B4 = 71;
  await setLanguage('de');
  expect([pitchName(B4), percent(0.034)]).toEqual(['H4', '3,4 %']);
  expect([pitchName(70), pitchName(70, 5), pitchName(68, -4)]).toEqual(['B4', 'Ais4', 'As4']);
  await setLanguage('es');
  expect([pitchName(B4), percent(0.0001)]).toEqual(['Si4', '< 0,1 %']);
});
