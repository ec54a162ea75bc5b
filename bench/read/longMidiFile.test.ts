import { expect, it } from 'vitest';
import { readMidi } from '../../src/music/midi/read';
import { longMidiFile } from './longMidiFile';

it('contains the requested notes and needs no repairs', () => {
  const result = readMidi(longMidiFile(200));
  if (!result.ok) throw new Error(result.reason);
  expect(result.repairs).toEqual([]);
  const [{ notes }] = result.songs[0].tracks;
  expect(notes).toHaveLength(200);
  expect(new Set(notes.map(({ duration }) => duration))).toEqual(new Set([120, 180]));
});
