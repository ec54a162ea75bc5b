/**
 * For tests: files that break the rules, one for each way that files in circulation are known to
 * break them, with the notes that are in them all the same; and files without any music.
 */
import { hostileChunks } from './hostileChunks';
import { hostileEvents, hostileNotes } from './hostileEvents';
import type { HostileFile } from './hostileFile';
import { hostileTexts } from './hostileTexts';
import { chunk, END_MARK, file, header, join, track } from './midiBytes';

export const hostileFiles: readonly HostileFile[] = [
  ...hostileChunks,
  ...hostileEvents,
  ...hostileNotes,
  ...hostileTexts,
];

export interface HopelessFile {
  what: string;
  bytes: Uint8Array;
  /** The whole sentence shown. */
  reason: string;
}

export const hopelessFiles: readonly HopelessFile[] = [
  { what: 'an empty file', bytes: join(), reason: 'The file is empty.' },
  {
    what: 'text renamed .mid',
    bytes: join('Dear Sir,\r\nplease find attached MThd and MTrk.\r\n'),
    reason: 'This is a text file, not MIDI, whatever its name says.',
  },
  {
    what: 'a sound recording',
    bytes: join('RIFF', [36, 0, 0, 0], 'WAVEfmt ', new Array<number>(24).fill(0)),
    reason:
      'This is an audio recording (WAV), not MIDI: export MIDI or MusicXML from the program that made it.',
  },
  {
    what: 'zeros',
    bytes: new Uint8Array(1000),
    reason: 'This is not a MIDI file.',
  },
  {
    what: 'a file cut off in its header',
    bytes: header(1, 2).subarray(0, 11),
    reason: 'The file breaks off in its first bytes; no music is left.',
  },
  {
    what: 'a file cut off in its first letters',
    bytes: join('MT'),
    reason: 'The file breaks off in its first bytes; no music is left.',
  },
  { what: 'zero tracks', bytes: header(1, 0), reason: 'The MIDI file holds no tracks.' },
  {
    what: 'tracks that are not there',
    bytes: join(header(1, 3), chunk('JUNK', [1, 2, 3])),
    reason: 'The MIDI file holds no tracks.',
  },
  {
    what: 'no notes',
    bytes: file(track(END_MARK), track(END_MARK)),
    reason: 'The MIDI file holds no notes.',
  },
];
