import { expect, it } from 'vitest';
import { packSong } from '../../music/packedSong';
import type { PedalChange, Song } from '../../music/song';
import { pieceOf, trainedStore } from '../testing/composing';
import { musicStart, type ShownScore, shownScore } from './shownScore';

function shown(song: Partial<Song>, pedal: PedalChange[] = [], from = 0): ShownScore {
  const whole: Song = {
    title: '',
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 3, denominator: 4 }],
    keySignatures: [],
    tracks: [60, 64].map((pitch) => ({
      name: '',
      channel: 0,
      program: 0,
      isDrum: false,
      notes: [{ tick: from, duration: 240, pitch, velocity: 80 }],
      pedal: pitch === 60 ? pedal : [],
    })),
    ...song,
  };
  const pieces = [{ ...pieceOf('a'), song: packSong(whole) }];
  const score = shownScore({ ...trainedStore().getState(), pieces }, { kind: 'piece', id: 'a' });
  if (!score) throw new Error('Nothing is shown.');
  return score;
}

it('says how long each note rings, where the pedal lengthens one', () => {
  const pedal = [
    { tick: 0, down: true },
    { tick: 900, down: false },
  ];
  const score = shown({}, pedal);
  expect(score.notes.map(({ duration }) => duration)).toEqual([240, 240]);
  expect(score.ringing).toEqual([900, 240]);
  expect(shown({}).ringing).toBeUndefined();
});

it('begins with the bar of the first note', () => {
  expect(musicStart(shown({}))).toBe(0);
  expect(musicStart(shown({}, [], 576_500))).toBe(576_000);
  const changed = [
    { tick: 0, numerator: 1, denominator: 4 },
    { tick: 480, numerator: 4, denominator: 4 },
  ];
  expect(musicStart(shown({ timeSignatures: changed }, [], 2500))).toBe(2400);
  expect(musicStart(shown({ tracks: [] }))).toBe(0);
});
