/** For tests: whether what the reader returns keeps every promise of its types. */
import { expect } from 'vitest';
import { compareNotes, type Song, type Track } from '../../song';
import type { ReadResult } from '../read';
import { MAX_SENTENCES } from '../repairs';

const MAX_TICK = 2 ** 31 - 1;

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}

function isOrdered(entries: readonly { tick: number }[]): boolean {
  return entries.every((entry, i) => {
    return isWithin(entry.tick, 0, MAX_TICK) && (i === 0 || entries[i - 1].tick <= entry.tick);
  });
}

function isSoundTrack({ channel, program, isDrum, notes, pedal }: Track): boolean {
  return (
    isWithin(channel, 0, 15) &&
    isWithin(program, 0, 127) &&
    isDrum === (channel === 9) &&
    notes.length > 0 &&
    isOrdered(pedal) &&
    notes.every((note, i) => {
      return (
        isWithin(note.tick, 0, MAX_TICK) &&
        isWithin(note.duration, 1, MAX_TICK - note.tick) &&
        isWithin(note.pitch, 0, 127) &&
        isWithin(note.velocity, 1, 127) &&
        (i === 0 || compareNotes(notes[i - 1], note) <= 0)
      );
    })
  );
}

function isSoundSong(song: Song): boolean {
  return (
    isWithin(song.ppq, 1, 0x7fff) &&
    song.tempos[0]?.tick === 0 &&
    isOrdered(song.tempos) &&
    song.tempos.every((tempo) => isWithin(tempo.microsecondsPerQuarter, 1, 0xffffff)) &&
    song.timeSignatures[0]?.tick === 0 &&
    isOrdered(song.timeSignatures) &&
    song.timeSignatures.every(({ numerator, denominator }) => {
      return isWithin(numerator, 1, 255) && isWithin(Math.log2(denominator), 0, 7);
    }) &&
    isOrdered(song.keySignatures) &&
    song.keySignatures.every(({ fifths }) => isWithin(fifths, -7, 7)) &&
    song.tracks.length > 0 &&
    song.tracks.every(isSoundTrack)
  );
}

/** Fails unless the result is sound: no NaN, nothing out of order or range, sentences few. */
export function expectSound(result: ReadResult): void {
  if (!result.ok) {
    expect(result.reason).toMatch(/^[A-Z].*\.$/);
    return;
  }
  expect(result.songs.length).toBeGreaterThan(0);
  expect(result.songs.every(isSoundSong)).toBe(true);
  expect(result.repairs.length).toBeLessThanOrEqual(2 * MAX_SENTENCES + 1);
  expect(result.repairs.every((sentence) => /\.$/.test(sentence))).toBe(true);
}
