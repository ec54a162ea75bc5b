/**
 * For tests: `@tonejs/midi` as a reader that is not ours. Its package's main file bundles an older
 * parser; the build imported here reads with `midi-file` 1.2.
 */
import { Midi } from '@tonejs/midi/dist/Midi.js';
import type { Song } from '../../song';

/** One line for each note, ordered: channel, tick, duration, pitch, velocity. */
export type NoteLines = string[];

export function readWithTonejs(bytes: Uint8Array): Midi {
  return new Midi(bytes);
}

export function linesOfTonejs(midi: Midi): NoteLines {
  const lines: NoteLines = [];
  for (const { channel, notes } of midi.tracks) {
    for (const { ticks, durationTicks, midi: pitch, velocity } of notes) {
      // Where a note ends as it starts, ours lasts one tick.
      const duration = Math.max(1, durationTicks);
      lines.push([channel, ticks, duration, pitch, Math.round(velocity * 127)].join(' '));
    }
  }
  return lines.sort();
}

export function linesOfSong(song: Song): NoteLines {
  const lines: NoteLines = [];
  for (const { channel, notes } of song.tracks) {
    for (const { tick, duration, pitch, velocity } of notes) {
      lines.push([channel, tick, duration, pitch, velocity].join(' '));
    }
  }
  return lines.sort();
}
