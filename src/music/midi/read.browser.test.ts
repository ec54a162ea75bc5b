/** The reader in a browser, whose text decoders differ from Node's. */
import { expect, it } from 'vitest';
import { readMidi } from './read';
import { hopelessFiles, hostileFiles } from './testing/hostile';
import { hostileTexts } from './testing/hostileTexts';

it.each(hostileFiles)('reads $what', ({ bytes, notes }) => {
  const result = readMidi(bytes);
  if (!result.ok) throw new Error(result.reason);
  const read = result.songs.flatMap((song) => song.tracks.flatMap((track) => track.notes));
  expect(read.map((note) => [note.tick, note.duration, note.pitch, note.velocity])).toEqual(notes);
});

it.each(hopelessFiles)('gives one sentence for $what', ({ bytes, reason }) => {
  expect(readMidi(bytes)).toEqual({ ok: false, reason });
});

it.each(hostileTexts)('decodes $what', ({ bytes, title }) => {
  const result = readMidi(bytes);
  expect(result.ok && result.songs[0].title).toBe(title);
});
