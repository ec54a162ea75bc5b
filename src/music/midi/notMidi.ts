/** Names the format of a file that is not MIDI, by its first bytes. */
import { t } from '../../texts/t';
import { findTag, hasTag } from './byteReader';
import { scoreAdvice } from './scoreFormats';

// biome-ignore format: by kind
const RECORDINGS = [
  'wav', 'aiff', 'mp3', 'aac', 'ogg', 'flac', 'm4a', 'mp4', 'matroska',
] as const;

/** Sound, as the text `midi.recording` distinguishes it. */
type Recording = (typeof RECORDINGS)[number];

/** A format that is not MIDI; the others are those of the text `midi.foreign`. */
// biome-ignore format: by kind
export type ForeignFormat =
  | Recording
  | 'pdf' | 'png' | 'jpeg' | 'gif'
  | 'zip' | 'rar' | 'sevenZip' | 'gzip';

interface Signature {
  tag: string;
  at: number;
  is: ForeignFormat;
}

const SIGNATURES: readonly Signature[] = [
  { tag: 'WAVE', at: 8, is: 'wav' },
  { tag: 'AIFF', at: 8, is: 'aiff' },
  { tag: 'AIFC', at: 8, is: 'aiff' },
  { tag: 'ID3', at: 0, is: 'mp3' },
  // Frames of MPEG-1 and MPEG-2, with and without a checksum.
  { tag: '\xff\xfb', at: 0, is: 'mp3' },
  { tag: '\xff\xfa', at: 0, is: 'mp3' },
  { tag: '\xff\xf3', at: 0, is: 'mp3' },
  { tag: '\xff\xf2', at: 0, is: 'mp3' },
  { tag: '\xff\xf1', at: 0, is: 'aac' },
  { tag: '\xff\xf9', at: 0, is: 'aac' },
  { tag: 'OggS', at: 0, is: 'ogg' },
  { tag: 'fLaC', at: 0, is: 'flac' },
  { tag: 'ftypM4A', at: 4, is: 'm4a' },
  { tag: 'ftyp', at: 4, is: 'mp4' },
  { tag: '\x1a\x45\xdf\xa3', at: 0, is: 'matroska' },
  { tag: '%PDF', at: 0, is: 'pdf' },
  { tag: '\x89PNG', at: 0, is: 'png' },
  { tag: '\xff\xd8\xff', at: 0, is: 'jpeg' },
  { tag: 'GIF8', at: 0, is: 'gif' },
  { tag: 'PK\x03\x04', at: 0, is: 'zip' },
  { tag: 'Rar!', at: 0, is: 'rar' },
  { tag: '7z\xbc\xaf', at: 0, is: 'sevenZip' },
  { tag: '\x1f\x8b', at: 0, is: 'gzip' },
];

/** Bytes looked at to tell text from data. */
const LOOK_AT = 4096;

/** The format of the bytes; null where it is MIDI or unknown. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  return SIGNATURES.find(({ at, tag }) => hasTag(bytes, at, tag))?.is ?? null;
}

/** What the file is; for a recording also what to export instead. */
export function whyForeign(format: ForeignFormat): string {
  return isRecording(format) ? t('midi.recording', { format }) : t('midi.foreign', { format });
}

function isRecording(format: ForeignFormat): format is Recording {
  return RECORDINGS.some((each) => each === format);
}

/** What the file is and what to do, for bytes that hold no MIDI at all. */
export function whyNotMidi(bytes: Uint8Array): string {
  if (bytes.length === 0) return t('midi.empty');
  const format = foreignFormat(bytes);
  if (format !== null) return whyForeign(format);
  const advice = scoreAdvice(bytes);
  if (advice !== null) return advice;
  if (bytes.length < 14 && 'MThd'.startsWith(String.fromCharCode(...bytes.subarray(0, 4)))) {
    return t('midi.breaksOff');
  }
  if (isText(bytes)) return t('midi.text');
  if (findTag(bytes.subarray(0, LOOK_AT), 'MTrk', 0) >= 0) {
    return t('midi.beyondRepair');
  }
  return t('midi.notMidi');
}

/** Text holds no control characters but tabs and line ends. */
function isText(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, LOOK_AT);
  return beginning.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
