/** Names the format of a file that is not MIDI, by its first bytes. */
import { t } from '../../texts/t';
import { findTag, hasTag } from './byteReader';
import { scoreAdvice } from './scoreFormats';

/** A format that is not MIDI, as the text `midi.foreign` distinguishes them. */
// biome-ignore format: by kind
export type ForeignFormat =
  | 'wav' | 'aiff' | 'mp3' | 'ogg' | 'flac' | 'mp4'
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
  { tag: 'ID3', at: 0, is: 'mp3' },
  { tag: '\xff\xfb', at: 0, is: 'mp3' },
  { tag: 'OggS', at: 0, is: 'ogg' },
  { tag: 'fLaC', at: 0, is: 'flac' },
  { tag: 'ftyp', at: 4, is: 'mp4' },
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

/** "This is a PDF document, not MIDI." */
export function whyForeign(format: ForeignFormat): string {
  return t('midi.foreign', { format });
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
