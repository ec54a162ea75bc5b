import { expect, it } from 'vitest';
import { type PackedSong, packSong } from '../../music/packedSong';
import type { Note } from '../../music/song';
import { thumbnailBars } from './thumbnailBars';

const note = (tick: number, duration: number, pitch: number): Note => ({
  tick,
  duration,
  pitch,
  velocity: 80,
});

const song = (notes: Note[], drums: Note[] = []): PackedSong =>
  packSong({
    title: '',
    ppq: 480,
    tempos: [],
    timeSignatures: [],
    keySignatures: [],
    tracks: [
      { name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] },
      { name: '', channel: 9, program: 0, isDrum: true, notes: drums, pedal: [] },
    ],
  });

it('spreads the piece over the whole width, higher notes higher', () => {
  const [low, high] = thumbnailBars(song([note(0, 50, 48), note(50, 50, 84)]), 100, 40);
  expect([low.x, low.width, high.x, high.width]).toEqual([0, 50, 50, 50]);
  expect(high.y).toBeCloseTo(0, 6);
  expect(low.y + low.height).toBeCloseTo(40, 6);
});

it('begins with the first note and shows what follows within 32 quarters', () => {
  const late = [note(4800, 480, 60), note(5280, 480, 62), note(100_000, 480, 90)];
  const piece = song(late);
  const bars = thumbnailBars(piece, 100, 40);
  expect(bars.map(({ x, width }) => [x, width])).toEqual([
    [0, 50],
    [50, 50],
  ]);
  expect(thumbnailBars(piece, 100, 40)).toBe(bars);
});

it('leaves percussion out', () => {
  const drums = [note(0, 1000, 36)];
  expect(thumbnailBars(song([note(0, 50, 60)], drums), 100, 40)).toHaveLength(1);
});

it('draws 100,000 notes in few rectangles', () => {
  const notes = Array.from({ length: 100_000 }, (_, i) => note(i * 10, 10, 40 + (i % 4)));
  expect(thumbnailBars(song(notes), 120, 36).length).toBeLessThan(100);
});

it('draws nothing of a song without notes', () => {
  expect(thumbnailBars(song([]), 120, 36)).toEqual([]);
});
