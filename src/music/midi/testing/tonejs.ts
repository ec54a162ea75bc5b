/**
 * For tests: `@tonejs/midi` as an independent reader. Its package's main file bundles an older
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

/** Tempos and time signatures, each in force from a tick on: `0: 500000`, `0: 4/4`. */
export interface Marks {
  tempos: string[];
  timeSignatures: string[];
}

export function marksOfTonejs({ header }: Midi): Marks {
  return {
    tempos: inForce(
      header.tempos.map(({ ticks, bpm }) => [ticks, String(Math.round(60e6 / bpm))]),
      '500000',
    ),
    timeSignatures: inForce(
      header.timeSignatures.map(({ ticks, timeSignature }) => [ticks, timeSignature.join('/')]),
      '4/4',
    ),
  };
}

export function marksOfSong({ tempos, timeSignatures }: Song): Marks {
  return {
    tempos: tempos.map(({ tick, microsecondsPerQuarter }) => `${tick}: ${microsecondsPerQuarter}`),
    timeSignatures: timeSignatures.map(
      ({ tick, numerator, denominator }) => `${tick}: ${numerator}/${denominator}`,
    ),
  };
}

/** `@tonejs/midi` returns marks as in the file: here the last at a tick counts, with a default. */
function inForce(marks: readonly (readonly [number, string])[], first: string): string[] {
  const at = new Map<number, string>([[0, first], ...marks]);
  return [...at].sort(([a], [b]) => a - b).map(([tick, mark]) => `${tick}: ${mark}`);
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
