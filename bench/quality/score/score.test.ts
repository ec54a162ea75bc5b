import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/music/random.ts';
import { barLines, cutBars, ending, excerpts, type Score } from './score.ts';
import { note, PPQ, quarters } from './testNotes.ts';

/** Two bars of 3/4, then 4/4; the change is in the middle of the second bar. */
const changing: Score = {
  ppq: PPQ,
  meters: [
    { tick: -72, barTicks: 72 },
    { tick: 96, barTicks: 96 },
  ],
  notes: [note(0, 60), note(80, 62), note(96, 64), note(200, 65)],
};

describe('bar lines', () => {
  it('mark every bar from tick 0 to the last onset', () => {
    expect(barLines(quarters([60], [], [62]))).toEqual([0, 96, 192]);
    expect(barLines({ ...quarters(), notes: [] })).toEqual([]);
  });

  it('restart at a change of meter', () => {
    expect(barLines(changing)).toEqual([0, 72, 96, 192]);
  });
});

describe('cutting', () => {
  it('moves the bars to the start', () => {
    const cut = cutBars(quarters([60], [62], [64, 65], [67]), 1, 2);
    expect(cut.notes.map(({ tick, pitch }) => [tick, pitch])).toEqual([
      [0, 62],
      [96, 64],
      [120, 65],
    ]);
    expect(cut.meters).toEqual([{ tick: 0, barTicks: 96 }]);
  });

  it('keeps the meters in force', () => {
    expect(cutBars(changing, 1, 2)).toEqual({
      ppq: PPQ,
      meters: [
        { tick: 0, barTicks: 72 },
        { tick: 24, barTicks: 96 },
      ],
      notes: [note(8, 62), note(24, 64)],
    });
    expect(barLines(cutBars(changing, 2, 2))).toEqual([0, 96]);
  });

  it('gives the ending, or all of a short piece', () => {
    const score = quarters([60], [62], [64]);
    expect(ending(score, 2).notes).toEqual([note(0, 62), note(96, 64)]);
    expect(ending(score, 9)).toEqual(score);
  });

  it('draws excerpts of a given length, none from a shorter piece', () => {
    const score = quarters([60], [62], [64], [65]);
    const drawn = excerpts(score, 3, 20, Random.fromSeed(1));
    expect(new Set(drawn.map(({ notes }) => notes[0].pitch))).toEqual(new Set([60, 62]));
    expect(drawn.every(({ notes }) => notes.length === 3)).toBe(true);
    expect(excerpts(score, 5, 20, Random.fromSeed(1))).toEqual([]);
  });
});
