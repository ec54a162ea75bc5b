import { describe, expect, it } from 'vitest';
import { openingOf } from './opening';
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
  ])('is never one that makes no bars, such as %i/%i', (numerator, denominator) => {
    expect(predominantMeter([songOf(quarters(9), always(numerator, denominator))])).toEqual({
      numerator: 4,
      denominator: 4,
    });
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
    expect(openingOf(songOf(quarters(20), upbeat), 1, 'notes').meter.numerator).toBe(1);
    const opening = openingOf(songOf(quarters(20), upbeat), 16, 'notes');
    expect(opening).toMatchObject({ length: 16, meter: { numerator: 4 } });
  });

  it('takes no senseless meter', () => {
    expect(openingOf(songOf(quarters(9), always(1, 64)), 4, 'bars').meter.denominator).toBe(4);
  });
});

it('finds the entry in force', () => {
  expect(inForce(upbeat, 479)?.numerator).toBe(1);
  expect(inForce(upbeat, 480)?.numerator).toBe(4);
  expect(inForce([], 5)).toBeUndefined();
});
