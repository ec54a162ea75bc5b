import { expect, it } from 'vitest';
import type { Song, Track } from '../music/song';
import { scoreOfSong } from './score';

const part = (channel: number, pitch: number, pedal: Track['pedal'] = []): Track => ({
  name: '',
  channel,
  program: 0,
  isDrum: channel === 9,
  notes: [{ tick: channel, duration: 10, pitch, velocity: 80 }],
  pedal,
});

it('joins the parts in order, leaves percussion out, and keeps each pedal to its part', () => {
  const song: Song = {
    title: '',
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks: [
      part(2, 72),
      part(1, 60, [
        { tick: 0, down: true },
        { tick: 90, down: false },
      ]),
      part(9, 36),
    ],
  };
  const { notes, ppq, tempos } = scoreOfSong(song);
  expect(notes).toEqual([
    { tick: 1, duration: 89, pitch: 60, velocity: 80 },
    { tick: 2, duration: 10, pitch: 72, velocity: 80 },
  ]);
  expect([ppq, tempos]).toEqual([480, song.tempos]);
});

it('begins with the bar of the first note, percussion left out', () => {
  const late = part(0, 60);
  late.notes[0].tick = 5000;
  const song: Song = {
    title: '',
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks: [late, part(9, 36)],
  };
  expect(scoreOfSong(song).startTick).toBe(3840);
  expect(scoreOfSong({ ...song, tracks: [] }).startTick).toBe(0);
});
