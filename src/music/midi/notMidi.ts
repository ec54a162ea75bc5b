/** Names the format of a file that is not MIDI, by its first bytes. */
import { findTag, hasTag } from './byteReader';
import { scoreAdvice } from './scoreFormats';

interface Signature {
  tag: string;
  at: number;
  is: string;
}

const SIGNATURES: readonly Signature[] = [
  { tag: 'WAVE', at: 8, is: 'an audio recording (WAV)' },
  { tag: 'AIFF', at: 8, is: 'an audio recording (AIFF)' },
  { tag: 'ID3', at: 0, is: 'an audio recording (MP3)' },
  { tag: '\xff\xfb', at: 0, is: 'an audio recording (MP3)' },
  { tag: 'OggS', at: 0, is: 'an audio recording (Ogg)' },
  { tag: 'fLaC', at: 0, is: 'an audio recording (FLAC)' },
  { tag: 'ftyp', at: 4, is: 'a video or audio recording (MP4)' },
  { tag: '%PDF', at: 0, is: 'a PDF document' },
  { tag: '\x89PNG', at: 0, is: 'a picture (PNG)' },
  { tag: '\xff\xd8\xff', at: 0, is: 'a picture (JPEG)' },
  { tag: 'GIF8', at: 0, is: 'a picture (GIF)' },
  { tag: 'PK\x03\x04', at: 0, is: 'a zip file' },
  { tag: 'Rar!', at: 0, is: 'a RAR archive; unpack it first' },
  { tag: '7z\xbc\xaf', at: 0, is: 'a 7-Zip archive; unpack it first' },
  { tag: '\x1f\x8b', at: 0, is: 'a gzip archive; unpack it first' },
];

/** Bytes looked at to tell text from data. */
const LOOK_AT = 4096;

/** Name of the format, such as "a PDF document"; null where it is unknown. */
export function foreignFormat(bytes: Uint8Array): string | null {
  return SIGNATURES.find(({ at, tag }) => hasTag(bytes, at, tag))?.is ?? null;
}

/** What the file is and what to do, for bytes that hold no MIDI at all. */
export function whyNotMidi(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'The file is empty.';
  const format = foreignFormat(bytes);
  if (format !== null) return `This is ${format}, not MIDI.`;
  const advice = scoreAdvice(bytes);
  if (advice !== null) return advice;
  if (bytes.length < 14 && 'MThd'.startsWith(String.fromCharCode(...bytes.subarray(0, 4)))) {
    return 'The file breaks off in its first bytes; no music is left.';
  }
  if (isText(bytes)) return 'This is a text file, not MIDI, whatever its name says.';
  if (findTag(bytes.subarray(0, LOOK_AT), 'MTrk', 0) >= 0) {
    return 'The beginning of this MIDI file is damaged beyond repair.';
  }
  return 'This is not a MIDI file.';
}

/** Text holds no control characters but tabs and line ends. */
function isText(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, LOOK_AT);
  return beginning.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
