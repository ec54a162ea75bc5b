/** For tests: channel and system exclusive messages as events of a track, and what they make of it. */
import { expect } from 'vitest';
import type { Track } from '../../song';
import { readMidi } from '../read';
import { writeMidi } from '../write';
import { type Bytes, delta, END_MARK, file, track } from './midiBytes';

/** Tracks of a file with these track chunks, whose end marks are added. */
export function tracksOf(...tracks: Bytes[][]): Track[] {
  const result = readMidi(file(...tracks.map((events) => track(...events, END_MARK))));
  if (!result.ok) throw new Error(result.reason);
  const [song] = result.songs;
  expect(readMidi(writeMidi(song))).toMatchObject({ ok: true, repairs: [] });
  return song.tracks;
}

function exclusive(...data: number[]): number[] {
  return [0, 0xf0, data.length + 1, ...data, 0xf7];
}

/** Behind a wait. */
export function delayed(wait: number, event: readonly number[]): number[] {
  return [...delta(wait), ...event.slice(1)];
}

export const GS_RESET = exclusive(0x41, 0x10, 0x42, 0x12, 0x40, 0, 0x7f, 0, 0x41);
export const XG_RESET = exclusive(0x43, 0x10, 0x4c, 0, 0, 0x7e, 0);
export const GM_RESET = exclusive(0x7e, 0x7f, 9, 1);

export function gsMode(block: number, mode: number): number[] {
  return exclusive(0x41, 0x10, 0x42, 0x12, 0x40, 0x10 | block, 0x15, mode, 0);
}

export function xgMode(part: number, mode: number): number[] {
  return exclusive(0x43, 0x10, 0x4c, 8, part, 7, mode);
}

export function control(wait: number, number: number, value: number, channel = 0): number[] {
  return [...delta(wait), 0xb0 | channel, number, value];
}

export function program(channel: number, number = 0): number[] {
  return [0, 0xc0 | channel, number];
}

/** A bank, and a program that puts it in force. */
export function bank(value: number, channel: number): number[] {
  return [...control(0, 0, value, channel), ...program(channel)];
}

/** Channel, from 1, and kind of each track: `5 melodic`. */
export function kinds(tracks: readonly Track[]): string[] {
  return tracks.map(({ channel, isDrum }) => `${channel + 1} ${isDrum ? 'drums' : 'melodic'}`);
}

/** Ticks at which the notes end. */
export function ends(tracks: readonly Track[]): number[] {
  return tracks.flatMap(({ notes }) => notes.map(({ tick, duration }) => tick + duration));
}
