import { expect, it } from 'vitest';
import { packedEndTick, packSong } from './packedSong';
import { endTick, type Note, type Song, songEndTick, type Track } from './song';

const note = (tick: number, duration: number): Note => ({
  tick,
  duration,
  pitch: 60,
  velocity: 64,
});
const track = (notes: Note[]): Track => ({
  name: '',
  channel: 0,
  program: 0,
  isDrum: false,
  notes,
  pedal: [],
});
const song = (...tracks: Note[][]): Song => ({
  title: '',
  ppq: 480,
  tempos: [],
  timeSignatures: [],
  keySignatures: [],
  tracks: tracks.map(track),
});

it('ends with the note that sounds last, which need not begin last', () => {
  const long = [note(0, 900), note(480, 240)];
  expect(endTick(long)).toBe(900);
  const later = song([note(0, 100)], long, []);
  expect(songEndTick(later)).toBe(900);
  expect(packedEndTick(packSong(later))).toBe(900);
});

it('ends at 0 without notes', () => {
  expect([endTick([]), songEndTick(song([])), packedEndTick(packSong(song()))]).toEqual([0, 0, 0]);
});
