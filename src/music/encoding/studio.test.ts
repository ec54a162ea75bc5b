import { describe, expect, it } from 'vitest';
import type { Note, Song } from '../song';
import { sharedSongs } from '../testSongs';
import type { Rows } from './encoding';
import { gridNotes, STUDIO_COLUMNS, studio } from './studio';
import { TICK_CLASSES, tickClass } from './tickClasses';

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

const note = (tick: number, pitch: number, duration = 12, velocity = 82): Note => ({
  tick,
  duration,
  pitch,
  velocity,
});

describe('tick classes', () => {
  it('are ascending and reach at least four bars of four quarters', () => {
    expect(TICK_CLASSES.every((ticks, i) => i === 0 || ticks > TICK_CLASSES[i - 1])).toBe(true);
    expect(TICK_CLASSES.at(-1)).toBeGreaterThanOrEqual(4 * 96);
  });

  it('map every tick to its nearest class', () => {
    for (let ticks = 0; ticks <= 900; ticks++) {
      const nearest = Math.min(...TICK_CLASSES.map((value) => Math.abs(value - ticks)));
      expect(Math.abs(TICK_CLASSES[tickClass(ticks)] - ticks)).toBe(nearest);
    }
  });
});

describe('the studio encoding', () => {
  it('keeps triplets, sixteenths and chords exactly', () => {
    const notes = [
      note(0, 48, 96),
      note(0, 60, 8),
      note(8, 64, 8),
      note(16, 67, 8),
      note(24, 72, 6),
      note(30, 71, 6),
    ];
    expect(studio.decode(studio.encode(songOf(notes)))).toEqual(notes);
  });

  it('stores the position in the bar', () => {
    const { data, width } = studio.encode(
      songOf([note(0, 60), note(38, 62), note(72, 64), note(80, 65)], {
        timeSignatures: [{ tick: 0, numerator: 3, denominator: 4 }],
      }),
    );
    const column = (index: number): number[] =>
      Array.from({ length: data.length / width }, (_, row) => data[row * width + index]);
    expect(column(STUDIO_COLUMNS.meter)).toEqual([5, 5, 5, 5]);
    expect(column(STUDIO_COLUMNS.bar)).toEqual([0, 3, 0, 0]);
    expect(column(STUDIO_COLUMNS.beat)).toEqual([0, 14, 0, 8]);
  });

  it('starts at the bar line before the first note, so that an upbeat is kept', () => {
    expect(studio.decode(studio.encode(songOf([note(96 + 72, 60), note(192, 64)])))).toEqual([
      note(72, 60),
      note(96, 64),
    ]);
  });

  it('gives the onset of each row in the song, despite its start at the bar line', () => {
    const song = songOf([note(480 * 6, 60), note(480 * 7, 64), note(480 * 8, 65)], { ppq: 480 });
    expect(studio.onsets(song)).toEqual([480 * 6, 480 * 7, 480 * 8]);
    expect(studio.decode(studio.encode(song)).map(({ tick }) => tick)).toEqual([48, 72, 96]);
  });

  it('ends a note where its key is struck again', () => {
    expect(studio.decode(studio.encode(songOf([note(0, 60, 48), note(24, 60, 24)])))).toEqual([
      note(0, 60, 24),
      note(24, 60, 24),
    ]);
  });

  it('keeps the longest of several notes with the same key and onset', () => {
    expect(studio.decode(studio.encode(songOf([note(0, 60, 12), note(0, 60, 24)])))).toEqual([
      note(0, 60, 24),
    ]);
  });

  it('does not drift over long rests and keeps the next chord together', () => {
    const notes = [note(0, 60), note(205, 60), note(205, 64), note(300, 60), note(1000, 62)];
    const decoded = studio.decode(studio.encode(songOf(notes)));
    expect(decoded[1].tick).toBe(decoded[2].tick);
    decoded.forEach((found, i) => {
      expect(Math.abs(found.tick - notes[i].tick)).toBeLessThanOrEqual(12);
    });
    expect(decoded[3].tick).toBe(300);
  });

  it('leaves out percussion and lengthens notes by the pedal', () => {
    const tracks = [
      { name: '', channel: 9, program: 0, isDrum: true, notes: [note(0, 40)], pedal: [] },
      {
        name: '',
        channel: 0,
        program: 0,
        isDrum: false,
        notes: [note(0, 60, 12), note(48, 62, 12)],
        pedal: [
          { tick: 6, down: true },
          { tick: 36, down: false },
        ],
      },
    ];
    expect(studio.decode(studio.encode(songOf([], { tracks })))).toEqual([
      note(0, 60, 36),
      note(48, 62, 12),
    ]);
  });
});

const songs = sharedSongs();

describe.skipIf(songs.length === 0)(`real music (${songs.length} pieces)`, () => {
  it('survives a round trip on the grid, except for long rests and lengths', () => {
    let notes = 0;
    let exact = 0;
    const faults: string[] = [];
    for (const { name, song } of songs) {
      const expected = gridNotes(song).notes;
      const decoded = studio.decode(studio.encode(song));
      expect(decoded.length, name).toBe(expected.length);
      expect(studio.onsets(song).length, name).toBe(expected.length);
      decoded.forEach((found, i) => {
        const wanted = expected[i];
        const same =
          found.pitch === wanted.pitch &&
          Math.abs(found.tick - wanted.tick) <= 12 &&
          Math.abs(found.velocity - wanted.velocity) <= 2;
        if (!same) faults.push(`${name}, note ${i}`);
        notes++;
        if (found.tick === wanted.tick && found.duration === wanted.duration) exact++;
      });
    }
    expect(faults).toEqual([]);
    // The others have a rest or length above a whole note, between two classes.
    expect(exact / notes).toBeGreaterThan(0.99);
  });

  it('is stable: decoded notes encode to the same rows', () => {
    const { time, pitch, duration, velocity } = STUDIO_COLUMNS;
    const columns: number[] = [time, pitch, duration, velocity];
    for (const { name, song } of songs) {
      const rows = studio.encode(song);
      const again = studio.encode({
        ...song,
        ppq: studio.ppq,
        timeSignatures: gridNotes(song).meters.map(({ tick, barTicks }) => ({
          tick: Math.max(0, tick),
          numerator: barTicks,
          denominator: 96,
        })),
        tracks: [
          {
            name: '',
            channel: 0,
            program: 0,
            isDrum: false,
            notes: studio.decode(rows),
            pedal: [],
          },
        ],
      });
      const predicted = ({ data, width }: Rows): number[] =>
        Array.from(data).filter((_, at) => columns.includes(at % width));
      expect(predicted(again), name).toEqual(predicted(rows));
    }
  });
});
