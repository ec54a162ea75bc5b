import { expect, it } from 'vitest';
import type { Note } from '../../music/song';
import { batchProgress, expectedEnd, takeProgress } from './takeProgress';

const at = (tick: number): Note => ({ tick, duration: 24, pitch: 60, velocity: 80 });

const take: Parameters<typeof takeProgress>[0] = {
  notes: [at(0), at(96), at(192)],
  promptNotes: 0,
  ppq: 24,
  timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
  preset: 'studio-small',
  settings: { temperature: 1, rhythmTemperature: 1, topP: 1, length: 8, seed: 1, takes: 1 },
  composing: true,
};

it('counts bars where the preset does', () => {
  expect(takeProgress(take)).toBe(0.25);
});

it('counts from the end of the opening', () => {
  expect(takeProgress({ ...take, promptNotes: 2 })).toBe(0.125);
});

it('counts notes where the preset does', () => {
  const melody = { ...take, preset: 'seed', settings: { ...take.settings, length: 6 } } as const;
  expect(takeProgress(melody)).toBe(0.5);
  expect(takeProgress({ ...melody, promptNotes: 3 })).toBe(0);
});

it('is whole once the take is finished, however short it stayed', () => {
  expect(takeProgress({ ...take, notes: [], composing: false })).toBe(1);
});

it('expects the end after the bars asked for and the closing chord', () => {
  expect(expectedEnd(take)).toBe(9 * 96);
  expect(expectedEnd({ ...take, promptNotes: 2 })).toBe((2 + 9) * 96);
  expect(expectedEnd({ ...take, composing: false })).toBeUndefined();
});

it('extrapolates notes in even steps', () => {
  const notes = [0, 12, 24].map((tick) => ({ ...at(tick), duration: 12 }));
  expect(expectedEnd({ ...take, notes, preset: 'seed' })).toBe(8 * 12);
});

it('is the mean of takes composed at once', () => {
  const done = { ...take, composing: false };
  expect(batchProgress([done, { ...done, composing: true, notes: [] }])).toBe(0.5);
  expect(batchProgress([])).toBe(0);
});
