import { describe, expect, it } from 'vitest';
import type { Track } from '../song';
import { readMidi } from './read';
import {
  type Bytes,
  END_MARK,
  file,
  meta,
  note,
  noteOff,
  noteOn,
  track,
} from './testing/midiBytes';
import { writeMidi } from './write';

function tracksOf(...tracks: Bytes[][]): Track[] {
  const result = readMidi(file(...tracks.map((events) => track(...events, END_MARK))));
  if (!result.ok) throw new Error(result.reason);
  const [song] = result.songs;
  expect(readMidi(writeMidi(song))).toMatchObject({ ok: true, repairs: [] });
  return song.tracks;
}

function exclusive(...data: number[]): number[] {
  return [0, 0xf0, data.length + 1, ...data, 0xf7];
}

const GS_RESET = exclusive(0x41, 0x10, 0x42, 0x12, 0x40, 0, 0x7f, 0, 0x41);
const XG_RESET = exclusive(0x43, 0x10, 0x4c, 0, 0, 0x7e, 0);
const GM_RESET = exclusive(0x7e, 0x7f, 9, 1);
const gsMode = (block: number, mode: number): number[] =>
  exclusive(0x41, 0x10, 0x42, 0x12, 0x40, 0x10 | block, 0x15, mode, 0);
const xgMode = (part: number, mode: number): number[] =>
  exclusive(0x43, 0x10, 0x4c, 8, part, 7, mode);
const control = (wait: number, number: number, value: number, channel = 0): number[] => [
  wait,
  0xb0 | channel,
  number,
  value,
];
const bank = (value: number, channel: number): number[] => [
  ...control(0, 0, value, channel),
  0,
  0xc0 | channel,
  0,
];

const kinds = (tracks: Track[]): string[] =>
  tracks.map(({ channel, isDrum }) => `${channel + 1} ${isDrum ? 'drums' : 'melodic'}`);
const ends = (tracks: Track[]): number[] =>
  tracks.flatMap(({ notes }) => notes.map(({ tick, duration }) => tick + duration));

describe('percussion', () => {
  it('is where GS puts it, from any track', () => {
    expect(kinds(tracksOf([GS_RESET, gsMode(0xa, 1)], [note(60)], [note(40, 80, 10)]))).toEqual([
      '1 melodic',
      '10 drums',
    ]);
    expect(kinds(tracksOf([gsMode(1, 2), note(40, 80, 0)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([gsMode(0, 0), note(60, 80, 9)]))).toEqual(['1 melodic']);
  });

  it('is where XG puts it, by part or by bank', () => {
    expect(kinds(tracksOf([XG_RESET, xgMode(2, 2), note(40, 80, 2), note(60)]))).toEqual([
      '1 melodic',
      '10 drums',
    ]);
    expect(kinds(tracksOf([xgMode(9, 0), note(60, 80, 9)]))).toEqual(['1 melodic']);
    expect(kinds(tracksOf([XG_RESET, bank(127, 4), note(40, 80, 4)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([bank(127, 4), note(40, 80, 4)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([GS_RESET, bank(127, 4), note(60, 80, 4)]))).toEqual(['5 melodic']);
    expect(kinds(tracksOf([GM_RESET, bank(127, 4), note(60, 80, 4)]))).toEqual(['5 melodic']);
  });

  it('is where General MIDI 2 puts it, by bank', () => {
    expect(kinds(tracksOf([bank(120, 3), note(40, 80, 3)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([bank(121, 9), note(60, 80, 9)]))).toEqual(['1 melodic']);
  });

  it('may begin and end in the middle of a channel', () => {
    const parts = tracksOf([
      note(60, 80, 3),
      gsMode(4, 1),
      note(40, 80, 3),
      GS_RESET,
      note(62, 80, 3),
    ]);
    expect(kinds(parts)).toEqual(['4 melodic', '10 drums']);
    expect(parts.map(({ notes }) => notes.map(({ pitch }) => pitch))).toEqual([[60, 62], [40]]);
  });

  it('is the tenth channel where nothing else is said', () => {
    expect(kinds(tracksOf([GM_RESET, XG_RESET, note(40, 80, 9), note(60, 80, 2)]))).toEqual([
      '3 melodic',
      '10 drums',
    ]);
  });
});

describe('messages that end notes', () => {
  it.each([120, 123, 124, 125, 126, 127])('ends notes at controller %i', (number) => {
    expect(ends(tracksOf([noteOn(0, 60), noteOn(0, 64), control(100, number, 0)]))).toEqual([
      100, 100,
    ]);
  });

  it('ends those of other tracks of the channel, and of no other channel', () => {
    const parts = tracksOf(
      [control(100, 123, 0)],
      [noteOn(0, 60), meta(400, 1, '')],
      [noteOn(0, 60, 80, 1), noteOff(300, 60, 1)],
    );
    expect(ends(parts)).toEqual([100, 300]);
  });

  it('lifts the pedal at controllers 120 and 121', () => {
    for (const number of [120, 121]) {
      const [part] = tracksOf([control(0, 64, 127), note(60), control(100, number, 0)]);
      expect(part.pedal).toEqual([
        { tick: 0, down: true },
        { tick: 580, down: false },
      ]);
    }
  });
});

describe('ports', () => {
  const port = (number: number): Bytes => meta(0, 0x21, [number]);

  it('keep programs, pedals and silences apart', () => {
    const parts = tracksOf(
      [
        port(0),
        [0, 0xc0, 5],
        control(0, 64, 127),
        noteOn(0, 60),
        noteOff(120, 60),
        control(0, 64, 0),
      ],
      [port(1), [0, 0xc0, 7], noteOn(0, 62), control(120, 123, 0)],
      [port(0), noteOn(0, 65), noteOff(240 - 127, 65), meta(127, 1, '')],
    );
    expect(parts.map(({ program }) => program)).toEqual([5, 7, 5]);
    expect(parts.map(({ channel }) => channel)).toEqual([0, 1, 0]);
    expect(parts.map(({ pedal }) => pedal.length)).toEqual([2, 0, 2]);
    expect(ends(parts)).toEqual([120, 120, 113]);
  });

  it('have percussion each', () => {
    const parts = tracksOf([port(1), note(40, 80, 9)], [port(0), note(60, 80, 0)]);
    expect(kinds(parts)).toEqual(['10 drums', '1 melodic']);
  });

  it('share the channels where there are not enough of them', () => {
    const crowd = [0, 1].map((number) => [
      port(number),
      ...Array.from({ length: 15 }, (_, i) => note(60, 80, i < 9 ? i : i + 1)),
    ]);
    const parts = tracksOf(...crowd);
    expect(parts).toHaveLength(30);
    expect(new Set(parts.map(({ channel }) => channel)).size).toBe(15);
  });
});
