import { expect, it } from 'vitest';
import { StepClock } from './stepClock';

it('has no speed before the second step', () => {
  const clock = new StepClock();
  expect(clock.pace(10)).toEqual({});
  clock.add(100, 60_000);
  expect(clock.pace(10)).toEqual({});
});

it('leaves out the first step', () => {
  const clock = new StepClock();
  clock.add(100, 60_000);
  clock.add(100, 50);
  expect(clock.pace(10)).toEqual({ notesPerSecond: 2000, secondsLeft: 0.5 });
});

it('uses the mean number of rows per batch', () => {
  const clock = new StepClock();
  clock.add(1, 1);
  for (const rows of [100, 100, 100, 20]) clock.add(rows, 50);
  expect(clock.pace(0).notesPerSecond).toBe(1600);
});

it('takes the median of recent steps, so that one slow step does not show', () => {
  const clock = new StepClock();
  clock.add(100, 1);
  for (let i = 0; i < 200; i++) clock.add(100, 1000);
  for (let i = 0; i < 31; i++) clock.add(100, i === 7 ? 9000 : 100);
  expect(clock.pace(20)).toEqual({ notesPerSecond: 1000, secondsLeft: 2 });
});
