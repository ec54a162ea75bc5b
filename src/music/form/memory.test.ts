import { describe, expect, it } from 'vitest';
import { BarCollector, BarGrid } from './bars';
import { echoedNote, echoedTicks } from './echo';
import { keyOf } from './key';
import { LagMemory } from './lags';
import { Matcher } from './matches';

const note = (pitch: number, time = 12): Parameters<Matcher['add']>[0] => ({
  pitch,
  time,
  duration: pitch,
  velocity: 1,
});

describe('matches', () => {
  it('find continuations of the same run, transposed, the longest run first', () => {
    const matcher = new Matcher();
    for (const pitch of [40, 42, 44, 50, 30, 42, 44, 45, 47, 49]) matcher.add(note(pitch));
    // 45 47 49 rises twice by two, as 40 42 44 did.
    expect(matcher.find().map(({ pitch, length }) => [pitch, length])).toEqual([[55, 2]]);
  });

  it('depend on the times', () => {
    const matcher = new Matcher();
    for (const pitch of [40, 42, 44, 50]) matcher.add(note(pitch));
    for (const pitch of [30, 32, 34]) matcher.add(note(pitch, 6));
    expect(matcher.find()).toEqual([]);
  });

  it('are empty at the start', () => {
    expect(new Matcher().find()).toEqual([]);
  });
});

describe('bars', () => {
  it('are counted through changes of meter', () => {
    const grid = new BarGrid([
      { tick: -48, barTicks: 96 },
      { tick: 0, barTicks: 72 },
      { tick: 150, barTicks: 48 },
    ]);
    expect(grid.at(0)).toEqual({ index: 0, place: 0, ticks: 72 });
    expect(grid.at(149)).toEqual({ index: 2, place: 5, ticks: 72 });
    expect(grid.at(150)).toEqual({ index: 3, place: 0, ticks: 48 });
    expect(grid.at(199)).toEqual({ index: 4, place: 1, ticks: 48 });
  });
});

describe('echoes', () => {
  const onset = (place: number, pitches: number[]): { place: number; notes: never[] } | object => ({
    place,
    notes: pitches.map((pitch) => ({ pitch, duration: 1, velocity: 1 })),
  });
  const collector = new BarCollector();
  for (const [place, pitch] of [
    [0, 30],
    [0, 40],
    [48, 45],
  ]) {
    collector.add({ index: 0, place, ticks: 96 }, { pitch, duration: 1, velocity: 1 });
  }
  const [bar] = collector.bars;

  it('predict the next onset of the bar, and its key', () => {
    expect(bar.onsets).toEqual([onset(0, [30, 40]), onset(48, [45])]);
    expect(echoedTicks(bar, { place: 0, highest: 30 }, 0)).toBe(0);
    expect(echoedTicks(bar, { place: 0, highest: 40 }, 0)).toBe(48);
    expect(echoedTicks(bar, { place: 48, highest: 45 }, 0)).toBeUndefined();
    expect(echoedNote(bar, { place: 0, highest: -1 }, 5)?.pitch).toBe(30);
    expect(echoedNote(bar, { place: 0, highest: 38 }, 5)?.pitch).toBe(40);
    expect(echoedNote(bar, { place: 24, highest: -1 }, 0)).toBeUndefined();
  });
});

it('prefers the distance at which the piece repeats itself', () => {
  const collector = new BarCollector();
  const memory = new LagMemory(collector.bars);
  const play = (index: number, pitch: number): void => {
    const spot = { index, place: 0, ticks: 96 };
    memory.judge(spot, pitch);
    collector.add(spot, { pitch, duration: pitch, velocity: 1 });
  };
  const spot = { index: 6, place: 0, ticks: 96 };
  for (const [index, pitch] of [50, 60, 50, 60, 50, 60].entries()) play(index, pitch);
  expect(memory.best(spot)?.lag).toBe(2);
  expect(memory.notes(spot, -1).map(({ pitch }) => pitch)).toEqual([50]);
  expect(memory.same(spot, 60)?.duration).toBe(60);
  expect(memory.same(spot, 61)).toBeUndefined();
});

it('senses keys by the sounding time of the pitch classes', () => {
  const weights = (pitchClasses: number[]): number[] =>
    Array.from(
      { length: 12 },
      (_, pitchClass) => pitchClasses.filter((one) => one === pitchClass).length,
    );
  expect(keyOf(weights([0, 0, 0, 2, 4, 4, 5, 7, 7, 9, 11]))).toBe(0);
  expect(keyOf(weights([9, 9, 9, 11, 0, 0, 2, 4, 4, 5, 8]))).toBe(21);
  expect(keyOf(weights([7, 7, 7, 9, 11, 11, 0, 2, 2, 4, 6]))).toBe(7);
  expect(keyOf(weights([]))).toBeUndefined();
});
