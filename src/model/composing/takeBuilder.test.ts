import { expect, it } from 'vitest';
import type { Rows } from '../../music/encoding/encoding';
import { STUDIO_COLUMNS, studio } from '../../music/encoding/studio';
import { tickClass } from '../../music/encoding/tickClasses';
import type { ComposedRow } from '../composer';
import { TakeBuilder } from './takeBuilder';

const width = studio.columns.length;
const odds = { probability: 0.5, likeliest: [] };

/** A note: ticks after the one before, MIDI pitch, length in ticks. */
function row(wait: number, pitch: number, duration: number): number[] {
  const values = Array.from({ length: width }, () => 0);
  values[STUDIO_COLUMNS.time] = tickClass(wait);
  values[STUDIO_COLUMNS.pitch] = pitch - 21;
  values[STUDIO_COLUMNS.duration] = tickClass(duration);
  values[STUDIO_COLUMNS.velocity] = 20;
  return values;
}

function builderOf(
  prompt: number[][],
  composed: Omit<ComposedRow, 'take' | 'odds'>[],
): TakeBuilder {
  const rows: Rows = { width, data: Int16Array.from(prompt.flat()) };
  const builder = new TakeBuilder(2, 11, studio, rows);
  for (const each of prompt) builder.add({ take: 2, row: each, odds });
  for (const each of composed) builder.add({ take: 2, ...each, odds });
  return builder;
}

it('grows by rows, of which the opening is not composed', () => {
  const prompt = [row(0, 60, 24), row(24, 62, 24)];
  const builder = builderOf(prompt, [{ row: row(24, 64, 12) }]);
  const { notes, promptNotes, odds: known, seed, remarks } = builder.composed;
  expect(notes.map(({ tick, pitch, duration }) => [tick, pitch, duration])).toEqual([
    [0, 60, 24],
    [24, 62, 24],
    [48, 64, 12],
  ]);
  expect({ promptNotes, seed, remarks }).toEqual({ promptNotes: 2, seed: 11, remarks: [] });
  expect(known).toHaveLength(3);
  expect(builder.progress(4)).toMatchObject({ take: 2, of: 4, ppq: 24, composed: { notes } });
});

it('counts only so much of the opening as it has come to', () => {
  const rows: Rows = { width, data: Int16Array.from([row(0, 60, 24), row(24, 62, 24)].flat()) };
  const builder = new TakeBuilder(0, 1, studio, rows);
  expect(builder.composed).toMatchObject({ notes: [], promptNotes: 0 });
  builder.add({ take: 0, row: row(0, 60, 24), odds });
  expect(builder.composed.promptNotes).toBe(1);
});

it('puts the closing chord on its bar line, and lets nothing sound past that', () => {
  const closing = { tick: 96, duration: 96, early: false };
  const builder = builderOf(
    [],
    [
      { row: row(0, 60, 400) },
      { row: row(48, 64, 24) },
      // Drawn a long wait away, with a short length.
      { row: row(300, 48, 6), closing },
      { row: row(0, 55, 6), closing },
    ],
  );
  expect(
    builder.composed.notes.map(({ tick, pitch, duration }) => [tick, pitch, duration]),
  ).toEqual([
    [0, 60, 96],
    [48, 64, 24],
    [96, 48, 96],
    [96, 55, 96],
  ]);
  expect(builder.endedEarly).toBe(false);
});

it('knows that it was ended early', () => {
  const closing = { tick: 96, duration: 96, early: true };
  expect(builderOf([], [{ row: row(0, 60, 24) }]).endedEarly).toBe(false);
  expect(builderOf([], [{ row: row(96, 60, 24), closing }]).endedEarly).toBe(true);
});

it('begins anew with another seed, and says so each time', () => {
  const first = builderOf([row(0, 60, 24)], [{ row: row(24, 60, 24) }]);
  const again = first.retry('silence', 4).retry('one note', 4);
  expect(again.seed).toBe(19);
  expect(again.take).toBe(2);
  expect(again.composed).toEqual({
    notes: [],
    odds: [],
    seed: 19,
    promptNotes: 0,
    remarks: [
      'Seed 11 gave silence; tried seed 15.',
      'Seed 15 gave one note again and again; tried seed 19.',
    ],
  });
});
