import { expect, it } from 'vitest';
import { packSong } from '../packedSong';
import type { Track } from '../song';
import { isSameChoice, withTracks } from './chosenTracks';
import { ensembleOf } from './ensemble';
import { partsOf } from './parts';

interface TrackSketch extends Partial<Omit<Track, 'notes'>> {
  /** Pitches of quarter notes one after the other; those in a list sound together. */
  pitches: readonly (number | readonly number[])[];
}

function songOf(...sketches: readonly TrackSketch[]) {
  return packSong({
    title: '',
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks: sketches.map(({ pitches, ...track }) => ({
      name: '',
      channel: 0,
      program: 0,
      isDrum: false,
      pedal: [],
      ...track,
      notes: pitches.flatMap((together, i) =>
        [together].flat().map((pitch) => ({ tick: i * 480, duration: 480, pitch, velocity: 80 })),
      ),
    })),
  });
}

const high: TrackSketch = { pitches: [72, 74, 76, 77] };
const low: TrackSketch = { pitches: [[48, 52], [43, 47], 48] };
const drums: TrackSketch = { pitches: [36, 38], channel: 9, isDrum: true };

function handsOf(...sketches: readonly TrackSketch[]) {
  return partsOf(songOf(...sketches)).map(({ hand }) => hand);
}

it('tells the hands of a piano by the names of its tracks, or by their pitches', () => {
  expect(handsOf(high, low)).toEqual(['right', 'left']);
  expect(handsOf(low, high)).toEqual(['left', 'right']);
  expect(handsOf({ ...low, name: 'Right Hand' }, high)).toEqual(['right', 'left']);
  expect(handsOf(high, { ...low, name: 'RH' })).toEqual(['left', 'right']);
  expect(handsOf({ ...high, name: 'linke Hand' }, low)).toEqual(['left', 'right']);
});

it('takes two pianos, voices or one track for no hands', () => {
  expect(handsOf(high, high)).toEqual([undefined, undefined]);
  expect(handsOf(high, high, low)).toEqual([undefined, undefined, undefined]);
  expect(handsOf(low)).toEqual([undefined]);
  expect(handsOf({ ...high, program: 73 }, low)).toEqual([undefined, undefined]);
});

it('finds the hands of a piano among other instruments, and leaves out drums', () => {
  const parts = partsOf(songOf(drums, { ...high, name: ' Flute ', program: 73 }, high, low));
  expect(parts).toEqual([
    { track: 1, name: 'Flute', program: 73, notes: 4 },
    { track: 2, name: '', program: 0, notes: 4, hand: 'right' },
    { track: 3, name: '', program: 0, notes: 5, hand: 'left' },
  ]);
});

it('says who plays', () => {
  expect(ensembleOf(songOf(high))).toEqual({ kind: 'melody' });
  expect(ensembleOf(songOf({ ...high, program: 40 }))).toEqual({ kind: 'melody' });
  expect(ensembleOf(songOf(low))).toEqual({ kind: 'piano', hands: false, tracks: 1 });
  expect(ensembleOf(songOf(high, low))).toEqual({ kind: 'piano', hands: true, tracks: 2 });
  expect(ensembleOf(songOf({ ...low, program: 24 }))).toEqual({ kind: 'solo', program: 24 });
  const flute = { ...high, program: 73 };
  expect(ensembleOf(songOf(flute, high, low))).toEqual({ kind: 'ensemble', instruments: 2 });
  expect(ensembleOf(songOf(flute, high, low, drums))).toEqual({ kind: 'band', instruments: 3 });
});

it('takes notes that overlap a little for a melody', () => {
  const song = songOf(high);
  song.tracks[0].notes[1] += 40;
  expect(ensembleOf(song)).toEqual({ kind: 'melody' });
  const held = songOf(high);
  held.tracks[0].notes[1] += 480;
  expect(ensembleOf(held)).toEqual({ kind: 'piano', hands: false, tracks: 1 });
});

it('keeps the chosen tracks, and the song itself where all are', () => {
  const song = songOf(high, low);
  expect(withTracks(song, undefined)).toBe(song);
  expect(withTracks(song, [1])).toEqual({ ...song, tracks: [song.tracks[1]] });
  expect(isSameChoice([0, 1], [0, 1])).toBe(true);
  expect(isSameChoice(undefined, [0])).toBe(false);
});
