import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_COLUMNS as COLUMN } from '../form/columns';
import type { Conditions } from '../form/conditions';
import { movedKey } from '../form/key';
import type { Note, Song } from '../song';
import { sharedSongs } from '../testSongs';
import type { Rows } from './encoding';
import { form, studioRows } from './form';
import { transposer } from './rows';
import { studio } from './studio';

const WIDTH = form.columns.length;

function songOf(notes: Note[], change: Partial<Song> = {}): Song {
  return {
    title: '',
    ppq: 24,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
    ...change,
  };
}

const rowsOf = ({ data }: Rows): number[][] =>
  Array.from({ length: data.length / WIDTH }, (_, row) =>
    Array.from(data.subarray(row * WIDTH, (row + 1) * WIDTH)),
  );

const column = (rows: Rows, name: string): number[] => {
  const index = form.columns.findIndex((candidate) => candidate.name === name);
  return rowsOf(rows).map((row) => row[index]);
};

/** Rows built as for a growing take: only drawn columns come from the piece. */
function grown(rows: Rows, conditions: Conditions): number[][] {
  const derivation = form.derive?.(conditions);
  if (!derivation) throw new Error('No derivation.');
  return rowsOf(rows).map((whole) => {
    const row: number[] = [];
    while (row.length < WIDTH) {
      derivation.complete(row);
      // Columns of a possible chord note are computed before the time, without side effects.
      if (row.length === COLUMN.time) derivation.complete([...row, 0]);
      row.push(whole[row.length]);
    }
    derivation.read(row);
    return row;
  });
}

function expectGrown(song: Song, name = ''): void {
  const conditions = form.conditionsOf?.(song);
  if (!conditions) throw new Error('No conditions.');
  const rows = form.encode(song, conditions);
  const again = grown(rows, conditions).flat();
  const differs = again.findIndex((value, at) => value !== rows.data[at]);
  expect(differs, `${name}, value ${differs}`).toBe(-1);
  expect(again).toHaveLength(rows.data.length);
}

/** Repeated bars, exact, moved or partial, in changing meters. */
const songs = fc
  .record({
    bars: fc.array(
      fc.array(
        fc.record({
          place: fc.integer({ min: 0, max: 7 }),
          pitch: fc.integer({ min: 58, max: 66 }),
          duration: fc.integer({ min: 1, max: 60 }),
        }),
        { maxLength: 8 },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    order: fc.array(
      fc.record({ bar: fc.nat(2), shift: fc.integer({ min: -5, max: 5 }), cut: fc.nat(8) }),
      { maxLength: 14 },
    ),
    meter: fc.constantFrom(3, 4, 5),
    later: fc.record({ bar: fc.nat(9), numerator: fc.constantFrom(2, 3, 6) }),
  })
  .map(({ bars, order, meter, later }) => {
    const barTicks = 24 * meter;
    const notes = order.flatMap(({ bar, shift, cut }, index) =>
      bars[bar % bars.length].slice(0, cut).map(
        ({ place, pitch, duration }): Note => ({
          tick: index * barTicks + ((place * 12) % barTicks),
          pitch: pitch + shift,
          duration,
          velocity: 70,
        }),
      ),
    );
    return songOf(
      notes.sort((a, b) => a.tick - b.tick || a.pitch - b.pitch),
      {
        timeSignatures: [
          { tick: 0, numerator: meter, denominator: 4 },
          { tick: (1 + later.bar) * barTicks, numerator: later.numerator, denominator: 8 },
        ],
      },
    );
  });

describe('the form encoding', () => {
  it('contains the rows of "studio", so that decoding gives the same notes', () => {
    fc.assert(
      fc.property(songs, (song) => {
        const rows = form.encode(song);
        expect(studioRows(rows)).toEqual(studio.encode(song));
        expect(form.decode(rows)).toEqual(studio.decode(studio.encode(song)));
      }),
    );
  });

  it('derives the same columns row by row as a take grows', () => {
    fc.assert(fc.property(songs, (song) => expectGrown(song)));
  });

  it('has values within the classes of each column', () => {
    fc.assert(
      fc.property(songs, (song) => {
        const strays = rowsOf(form.encode(song)).flatMap((row) =>
          form.columns.filter(({ classes }, at) => row[at] < -1 || row[at] >= classes),
        );
        expect(strays.map(({ name }) => name)).toEqual([]);
      }),
    );
  });

  it('transposes with the piece, memory included', () => {
    fc.assert(
      fc.property(songs, fc.integer({ min: -6, max: 6 }), (song, interval) => {
        const moved = {
          ...song,
          tracks: song.tracks.map((track) => ({
            ...track,
            notes: track.notes.map((note) => ({ ...note, pitch: note.pitch + interval })),
          })),
        };
        const rows = rowsOf(form.encode(song));
        const transpose = transposer(form.columns);
        for (const row of rows) transpose(row, interval);
        const others = rowsOf(form.encode(moved));
        // With few notes two keys may be equally likely.
        for (const row of [...rows, ...others]) row[COLUMN.key] = 0;
        expect(rows).toEqual(others);
      }),
    );
  });

  it('echoes the repeated bar: time, key, length, and its end', () => {
    const bar = (index: number): Note[] => [
      { tick: index * 96, duration: 24, pitch: 60, velocity: 80 },
      { tick: index * 96, duration: 36, pitch: 64, velocity: 80 },
      { tick: index * 96 + 48, duration: 12, pitch: 67, velocity: 80 },
    ];
    const rows = form.encode(songOf([...bar(0), ...bar(1)]));
    expect(column(rows, 'noteDegree')).toEqual([0, 0, 0, 4, 4, 4]);
    expect(column(rows, 'echoPitch')).toEqual([-1, -1, -1, 39, 43, 46]);
    expect(column(rows, 'echoDuration')).toEqual([-1, -1, -1, 24, 36, 12]);
    expect(column(rows, 'echoTime').slice(3)).toEqual([48, 0, 48]);
    expect(column(rows, 'barsToEnd')).toEqual([1, 1, 1, 1, 0, 0]);
    expect(column(rows, 'noteBarsToEnd')).toEqual([1, 1, 1, 0, 0, 0]);
    expect(column(rows, 'end')).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('has no value for unknown conditions', () => {
    const song = songOf([{ tick: 0, duration: 24, pitch: 60, velocity: 80 }]);
    const rows = form.encode(song, { meters: [{ tick: 0, barTicks: 96 }] });
    for (const name of ['key', 'barsToEnd', 'noteBarsToEnd', 'degree', 'noteDegree', 'echoRun']) {
      expect(column(rows, name), name).toEqual([-1]);
    }
  });
});

describe('keys', () => {
  it('are transposed by semitones within their mode', () => {
    expect([movedKey(0, -1), movedKey(11, 1), movedKey(12, -1), movedKey(23, 2)]).toEqual([
      11, 0, 23, 13,
    ]);
  });
});

/** Every fourth piece: each row is derived twice, which takes seconds for a long piece. */
const real = sharedSongs().filter((_, i) => i % 4 === 0);

describe.skipIf(real.length === 0)(`real music (${real.length} pieces)`, () => {
  it('derives the same columns row by row as a take grows', { timeout: 120_000 }, () => {
    for (const { name, song } of real) expectGrown(song, name);
  });
});
