import { expect, it } from 'vitest';
import { firstNoteFrom, timeNotes } from './timedNotes';

const timed = timeNotes({
  notes: [
    { tick: 960, duration: 480, pitch: 64, velocity: 70 },
    { tick: 0, duration: 480, pitch: 60, velocity: 90 },
    { tick: 480, duration: 480, pitch: 62, velocity: 80 },
  ],
  ppq: 480,
  tempos: [
    { tick: 0, microsecondsPerQuarter: 500_000 },
    { tick: 480, microsecondsPerQuarter: 1_000_000 },
  ],
});

it('orders notes by onset and times them by the tempo map', () => {
  expect([...timed.starts]).toEqual([0, 0.5, 1.5]);
  expect([...timed.ends]).toEqual([0.5, 1.5, 2.5]);
  expect([...timed.pitches]).toEqual([60, 62, 64]);
  expect([...timed.velocities]).toEqual([90, 80, 70]);
  expect(timed.duration).toBe(2.5);
});

it('finds the first note at or after a second', () => {
  expect([-1, 0, 0.1, 0.5, 1.5, 1.6].map((s) => firstNoteFrom(timed, s))).toEqual([
    0, 0, 1, 1, 2, 3,
  ]);
});

it('ends with the piece where that is later than the last note', () => {
  expect(timeNotes({ notes: [], ppq: 100, tempos: [], endTick: 400 }).duration).toBe(2);
});
