import { describe, expect, it } from 'vitest';
import { type Opening, openingOf } from './opening';
import { type PackedSong, packSong, unpackSong } from './packedSong';
import type { TempoChange, TimeSignature } from './song';
import { inForce, predominantMeter, typicalTempo } from './typical';

const PPQ = 480;

function songOf(
  onsets: number[],
  timeSignatures: TimeSignature[],
  tempos: TempoChange[] = [{ tick: 0, microsecondsPerQuarter: 500_000 }],
): PackedSong {
  const notes = onsets.map((tick) => ({ tick, duration: 240, pitch: 60, velocity: 80 }));
  return packSong({
    title: '',
    ppq: PPQ,
    tempos,
    timeSignatures,
    keySignatures: [],
    tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
  });
}

const quarters = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, i) => from + i * PPQ);
const upbeat = [
  { tick: 0, numerator: 1, denominator: 4 },
  { tick: 480, numerator: 4, denominator: 4 },
];
const always = (numerator: number, denominator: number): TimeSignature[] => [
  { tick: 0, numerator, denominator },
];

describe('the predominant meter', () => {
  it('is that of most notes, not the first', () => {
    expect(predominantMeter([songOf(quarters(20), upbeat)])).toEqual({
      numerator: 4,
      denominator: 4,
    });
    const three = always(3, 4);
    expect(predominantMeter([songOf(quarters(5), three), songOf(quarters(4), upbeat)])).toEqual({
      numerator: 3,
      denominator: 4,
    });
  });

  it('counts a meter that returns as one', () => {
    const returning = [
      { tick: 0, numerator: 3, denominator: 4 },
      { tick: 1440, numerator: 4, denominator: 4 },
      { tick: 3360, numerator: 3, denominator: 4 },
    ];
    expect(predominantMeter([songOf(quarters(10), returning)]).numerator).toBe(3);
  });

  it.each([
    [1, 64],
    [255, 1],
    [1, 16],
    [1, 8],
    [2, 8],
    [1, 4],
    [5, 16],
    [16, 4],
    [5, 2],
    [32, 8],
  ])('is never one that makes no bars, such as %i/%i', (numerator, denominator) => {
    expect(predominantMeter([songOf(quarters(9), always(numerator, denominator))])).toEqual({
      numerator: 4,
      denominator: 4,
    });
  });

  it.each([
    [3, 8],
    [2, 4],
    [12, 8],
    [7, 4],
    [4, 2],
  ])('may be %i/%i', (numerator, denominator) => {
    const meter = { numerator, denominator };
    expect(predominantMeter([songOf(quarters(9), always(numerator, denominator))])).toEqual(meter);
  });

  it('is the commonest of those that make bars', () => {
    const mostly = [
      { tick: 0, numerator: 1, denominator: 4 },
      { tick: 4800, numerator: 3, denominator: 4 },
      { tick: 7680, numerator: 2, denominator: 4 },
    ];
    expect(predominantMeter([songOf(quarters(19), mostly)]).numerator).toBe(3);
  });

  it('is 4/4 without notes', () => {
    expect(predominantMeter([])).toEqual({ numerator: 4, denominator: 4 });
  });
});

describe('the typical tempo', () => {
  it('begins with the first note', () => {
    const tempos = [
      { tick: 0, microsecondsPerQuarter: 500_000 },
      { tick: 1920, microsecondsPerQuarter: 1_000_000 },
    ];
    expect(typicalTempo(songOf(quarters(2, 1920), always(4, 4), tempos))).toBe(1_000_000);
  });

  it('is the median by time', () => {
    const tempos = [
      { tick: 0, microsecondsPerQuarter: 1_000_000 },
      ...quarters(30, 480).map((tick, i) => ({ tick, microsecondsPerQuarter: 400_000 + i })),
    ];
    expect(typicalTempo(songOf(quarters(30), always(4, 4), tempos)) / 400_000).toBeCloseTo(1, 3);
    // Two seconds at 60, and a second of four quarters at 240.
    const uneven = [
      { tick: 0, microsecondsPerQuarter: 1_000_000 },
      { tick: 960, microsecondsPerQuarter: 250_000 },
    ];
    expect(typicalTempo(songOf(quarters(6), always(4, 4), uneven))).toBe(1_000_000);
  });

  it('is the tempo in force where there are no notes', () => {
    expect(typicalTempo(songOf([], always(4, 4)))).toBe(500_000);
  });
});

describe('an opening', () => {
  it('has the meter and the tempo in force where it ends, and bar lines to match', () => {
    const tempos = [
      { tick: 0, microsecondsPerQuarter: 1_000_000 },
      { tick: 1000, microsecondsPerQuarter: 400_000 },
    ];
    const opening = openingOf(songOf(quarters(20), upbeat, tempos), 2, 'bars');
    expect(opening).toMatchObject({
      meter: { numerator: 4, denominator: 4 },
      microsecondsPerQuarter: 400_000,
      // The upbeat counts as no bar.
      length: 3,
    });
    expect(opening.song.timeSignatures).toEqual(always(4, 4));
    expect(
      unpackSong(opening.song)
        .tracks[0].notes.slice(0, 2)
        .map(({ tick }) => tick),
    ).toEqual([1440, 1920]);
  });

  it('begins with the bar of the first note', () => {
    const { song, length } = openingOf(songOf(quarters(8, 96_480), always(3, 4)), 2, 'bars');
    expect(length).toBe(2);
    expect(song.tracks[0].notes[0]).toBe(96_480 % 1440);
  });

  it('may be counted in notes', () => {
    const changing = [
      { tick: 0, numerator: 3, denominator: 4 },
      { tick: 1440, numerator: 4, denominator: 4 },
    ];
    expect(openingOf(songOf(quarters(20), changing), 1, 'notes').meter.numerator).toBe(3);
    expect(openingOf(songOf(quarters(20), upbeat), 1, 'notes').meter.numerator).toBe(4);
    const opening = openingOf(songOf(quarters(20), upbeat), 16, 'notes');
    expect(opening).toMatchObject({ length: 16, meter: { numerator: 4 } });
  });

  it('takes no senseless meter', () => {
    expect(openingOf(songOf(quarters(9), always(1, 64)), 4, 'bars').meter.denominator).toBe(4);
  });

  it('is as long in another meter that begins where it ends', () => {
    const music = (bar: number, next: number) =>
      songOf(quarters(40), [
        { tick: 0, numerator: bar, denominator: 4 },
        { tick: 2 * bar * PPQ, numerator: next, denominator: 4 },
      ]);
    const end = ({ song, length, meter }: Opening): number => {
      const moved = song.tracks[0].notes[0];
      return (length * meter.numerator * PPQ - moved) / PPQ;
    };
    const shorter = openingOf(music(4, 3), 2, 'bars');
    expect(shorter).toMatchObject({ length: 3, meter: { numerator: 3 } });
    expect(end(shorter)).toBe(8);
    const longer = openingOf(music(2, 4), 2, 'bars');
    expect(longer).toMatchObject({ length: 1, meter: { numerator: 4 } });
    expect(end(longer)).toBe(4);
    expect(end(openingOf(music(3, 4), 3, 'bars'))).toBe(10);
  });

  it.each([
    [1, 4],
    [1, 8],
    [16, 4],
  ])('has usual bars where all are of %i/%i', (numerator, denominator) => {
    const opening = openingOf(songOf(quarters(80), always(numerator, denominator)), 4, 'bars');
    expect(opening).toMatchObject({ length: 4, meter: { numerator: 4, denominator: 4 } });
    const everywhere = quarters(80).map((tick) => ({ tick, numerator, denominator }));
    expect(openingOf(songOf(quarters(80), everywhere), 4, 'bars').length).toBe(4);
  });

  it('has a bar more for one that makes none, in the middle', () => {
    const one = [
      ...always(4, 4),
      { tick: 3840, numerator: 1, denominator: 4 },
      { tick: 4320, numerator: 4, denominator: 4 },
    ];
    const { length, song } = openingOf(songOf(quarters(40), one), 4, 'bars');
    expect([length, song.tracks[0].notes[0]]).toEqual([4, 1440]);
  });
});

it('finds the entry in force', () => {
  expect(inForce(upbeat, 479)?.numerator).toBe(1);
  expect(inForce(upbeat, 480)?.numerator).toBe(4);
  expect(inForce([], 5)).toBeUndefined();
});
