import { expect, it } from 'vitest';
import type { Note } from '../../music/song';
import { timeNotes } from '../timedNotes';
import { strikesOf } from './strikes';

const note = (tick: number, duration: number, pitch: number): Note => ({
  tick,
  duration,
  pitch,
  velocity: 80,
});

function strikes(notes: Note[], speed = 1): number[][] {
  const tempos = [{ tick: 0, microsecondsPerQuarter: 500_000 }];
  return strikesOf(timeNotes({ notes, ppq: 480, tempos }), speed).map(
    ({ pitch, attack, release }) => [pitch, attack, release],
  );
}

it('lists onsets and releases in seconds', () => {
  expect(strikes([note(0, 480, 60), note(480, 960, 64)])).toEqual([
    [60, 0, 0.5],
    [64, 0.5, 1.5],
  ]);
});

it('leaves out the silence before the music', () => {
  const tempos = [{ tick: 0, microsecondsPerQuarter: 500_000 }];
  const late = { notes: [note(577_440, 480, 60)], ppq: 480, tempos, startTick: 576_960 };
  expect(strikesOf(timeNotes(late), 1)).toMatchObject([{ attack: 0.5, release: 1 }]);
});

it('follows the speed of playback', () => {
  expect(strikes([note(0, 480, 60), note(480, 960, 64)], 0.5)).toEqual([
    [60, 0, 1],
    [64, 1, 3],
  ]);
});

it('releases a key that is struck while it is down', () => {
  expect(strikes([note(0, 1920, 60), note(480, 480, 60)])).toEqual([
    [60, 0, 0.5],
    [60, 0.5, 2],
  ]);
});
