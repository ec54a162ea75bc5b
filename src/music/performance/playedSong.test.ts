import { describe, expect, it } from 'vitest';
import { studio } from '../encoding/studio';
import { Random } from '../random';
import type { Note } from '../song';
import type { PlayedEvent } from './playedEvent';
import { type PlayedMusic, playedSoFar, playedSong } from './playedSong';

/** 120 quarter notes a minute: a tick of the grid is 500 / 24 ms. */
const QUARTER = 500;
const TICK = QUARTER / 24;

/** Keys struck and let go at these ticks of the grid, with what a hand does to them in milliseconds. */
function play(
  notes: readonly [tick: number, duration: number, pitch: number][],
  wobble: () => number = () => 0,
): PlayedEvent[] {
  return notes
    .flatMap(([tick, duration, pitch]): PlayedEvent[] => [
      { kind: 'down', time: tick * TICK + wobble(), pitch, velocity: 70 },
      { kind: 'up', time: (tick + duration) * TICK + wobble(), pitch },
    ])
    .sort((a, b) => a.time - b.time);
}

function music(events: readonly PlayedEvent[], change: Partial<PlayedMusic> = {}): PlayedMusic {
  const meter = { numerator: 4, denominator: 4 };
  const end = (events.at(-1)?.time ?? 0) + 100;
  return { events, end, meter, microsecondsPerQuarter: 500_000, ...change };
}

function notesOf(events: readonly PlayedEvent[], change: Partial<PlayedMusic> = {}): Note[] {
  return playedSong(music(events, change), 'Played')?.tracks[0].notes ?? [];
}

const places = (notes: readonly Note[]): number[][] =>
  notes.map(({ tick, duration, pitch }) => [tick, duration, pitch]);

describe('a song of what was played', () => {
  it('is nothing where no key was struck', () => {
    expect(playedSong(music([]), 'Played')).toBeUndefined();
    const pedal: PlayedEvent[] = [{ kind: 'pedal', time: 3, down: true }];
    expect(playedSong(music(pedal), 'Played')).toBeUndefined();
  });

  it('has the title, tempo, meter and velocities, on the grid of the encodings', () => {
    const song = playedSong(music(play([[0, 24, 60]])), 'Played');
    expect(song).toMatchObject({
      title: 'Played',
      ppq: 24,
      tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
      timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    });
    expect(song?.tracks[0].notes).toEqual([{ tick: 0, duration: 24, pitch: 60, velocity: 70 }]);
  });

  it('finds the grid again under what hands do to it', () => {
    const random = Random.fromSeed(5);
    const bars: [number, number, number][] = [];
    for (let beat = 0; beat < 32; beat++) {
      const step = beat % 8 >= 4 && beat % 8 < 6 ? 8 : beat % 3 === 0 ? 6 : 12;
      for (let at = 0; at < 24; at += step) bars.push([24 * beat + at, step, 60 + (at % 7)]);
    }
    // Twice the distance between hand and grid that pianists show (about 10 ms), and late by 25 ms.
    const notes = notesOf(play(bars, () => 25 + 30 * (random.next() - 0.5)));
    const wanted = bars.map(([tick]) => tick);
    const right = notes.filter(({ tick }, i) => tick === wanted[i]).length;
    expect(notes.length).toBe(bars.length);
    expect(right / bars.length).toBeGreaterThan(0.97);
  });

  it('reads triplets where a beat has them, and no swing where one note is late', () => {
    const triplets: [number, number, number][] = [0, 8, 16, 24, 36].map((t) => [t, 6, 60 + t]);
    expect(notesOf(play(triplets)).map(({ tick }) => tick)).toEqual([0, 8, 16, 24, 36]);
    const late = [0, 12, 24, 41, 48, 60].map((t): [number, number, number] => [t, 6, 60 + t]);
    expect(notesOf(play(late)).map(({ tick }) => tick)).toEqual([0, 12, 24, 42, 48, 60]);
  });

  it('has no triplets in compound time', () => {
    const events = play([0, 8, 16].map((t) => [t, 6, 60 + t]));
    const meter = { numerator: 6, denominator: 8 };
    expect(notesOf(events, { meter }).map(({ tick }) => tick)).toEqual([0, 6, 18]);
  });

  it('keeps the notes of a chord together, also where it is broken a little', () => {
    const events = [0, 12, 25].map((ms, i): PlayedEvent[] => [
      { kind: 'down', time: 500 + 55 + ms, pitch: 60 + 4 * i, velocity: 80 },
      { kind: 'up', time: 1000, pitch: 60 + 4 * i },
    ]);
    const ticks = notesOf(events.flat().sort((a, b) => a.time - b.time)).map(({ tick }) => tick);
    expect(new Set(ticks).size).toBe(1);
  });

  it('gives the shortest stroke a step, and ends a note where its key is struck again', () => {
    expect(places(notesOf(play([[0, 0.5, 60]])))).toEqual([[0, 6, 60]]);
    const events: PlayedEvent[] = [
      { kind: 'down', time: 0, pitch: 60, velocity: 80 },
      { kind: 'down', time: QUARTER, pitch: 60, velocity: 80 },
      { kind: 'up', time: 3 * QUARTER, pitch: 60 },
    ];
    expect(places(notesOf(events))).toEqual([
      [0, 24, 60],
      [24, 48, 60],
    ]);
  });

  it('holds keys that are down at the end until then, and drops releases without a stroke', () => {
    const events: PlayedEvent[] = [
      { kind: 'up', time: 0, pitch: 50 },
      { kind: 'down', time: QUARTER, pitch: 60, velocity: 80 },
    ];
    expect(places(notesOf(events, { end: 4 * QUARTER }))).toEqual([[24, 72, 60]]);
  });

  it('makes an upbeat of what was played in the count-in, and leaves silent bars out', () => {
    expect(
      places(
        notesOf(
          play([
            [-24, 24, 60],
            [0, 24, 64],
          ]),
        ),
      ),
    ).toEqual([
      [72, 24, 60],
      [96, 24, 64],
    ]);
    expect(places(notesOf(play([[-2, 26, 60]])))).toEqual([[0, 24, 60]]);
    expect(places(notesOf(play([[96 * 3 + 24, 24, 60]])))).toEqual([[24, 24, 60]]);
  });

  it('keeps the pedal with the notes', () => {
    const events: PlayedEvent[] = [
      { kind: 'pedal', time: -4 * QUARTER, down: true },
      ...play([[96, 12, 60]]),
      { kind: 'pedal', time: 5 * QUARTER, down: true },
      { kind: 'pedal', time: 6 * QUARTER, down: false },
    ];
    const song = playedSong(music(events), 'Played');
    expect(song?.tracks[0].pedal).toEqual([
      { tick: 0, down: true },
      { tick: 48, down: false },
    ]);
    // The encoding hears the note as long as it rings.
    expect(song && studio.decode(studio.encode(song))).toEqual([
      { tick: 0, duration: 48, pitch: 60, velocity: 70 },
    ]);
  });
});

it('shows the notes so far as they were played, with keys held until now', () => {
  const events: PlayedEvent[] = [
    { kind: 'down', time: -20, pitch: 60, velocity: 80 },
    { kind: 'up', time: 260, pitch: 60 },
    { kind: 'down', time: 250, pitch: 64, velocity: 90 },
  ];
  expect(playedSoFar(events, 750, { ppq: 480, quarter: QUARTER })).toEqual([
    { tick: 0, duration: 250, pitch: 60, velocity: 80 },
    { tick: 240, duration: 480, pitch: 64, velocity: 90 },
  ]);
});
