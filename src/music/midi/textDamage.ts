/**
 * MIDI files that went through a program for text: line ends changed, bytes taken for letters and
 * written again as UTF-8, the top bit or all zeros lost. The file disproves it, since the lengths
 * of its chunks fit no longer. What can be undone is undone, so that the lengths fit; the rest is
 * refused: its notes would be noise.
 */
import { decodeText, WINDOWS_1252_FROM_80 } from '../../lib/textEncoding';
import { t } from '../../texts/t';
import { findTag, hasTag, readUint32 } from './byteReader';

export type TextDamage =
  | { kind: 'none' }
  /** `bytes` are those from before the conversion. */
  | { kind: 'undone'; bytes: Uint8Array; repair: string }
  | { kind: 'lost'; reason: string };

const LF = 0x0a;
const CR = 0x0d;
const HEADER_LENGTH = 6;
const CHUNK_HEADING = 8;
/** Bytes of a file in which the absence of zeros, or of high bytes, tells something. */
const ENOUGH = 22;
const REPLACEMENT = 0xfffd;

/** @param start where the MIDI data begins */
export function findTextDamage(bytes: Uint8Array, start: number): TextDamage {
  if (fits(bytes, start)) return { kind: 'none' };
  const music = bytes.subarray(start);
  if (music.length >= ENOUGH && findTag(music, 'MTrk', 0) >= 0) {
    if (music.every((byte) => byte < 0x80)) return { kind: 'lost', reason: t('midi.lostTopBit') };
    if (!music.includes(0)) return { kind: 'lost', reason: t('midi.lostZeros') };
  }
  return undoUtf8(music) ?? undoLineEnds(music) ?? { kind: 'none' };
}

/** A reason to refuse a file in which something else is wrong as well; null for none. */
export function whyNoise(bytes: Uint8Array, start: number): string | null {
  return isOffByLineEnds(bytes.subarray(start)) ? t('midi.lineEndsChanged') : null;
}

/** Whether header and chunks fill the bytes exactly, and each track ends with its end mark. */
function fits(bytes: Uint8Array, start: number): boolean {
  if (!hasTag(bytes, start, 'MThd') || readUint32(bytes, start + 4) !== HEADER_LENGTH) return false;
  let at = start + CHUNK_HEADING + HEADER_LENGTH;
  let tracks = 0;
  while (at + CHUNK_HEADING <= bytes.length) {
    const end = at + CHUNK_HEADING + readUint32(bytes, at + 4);
    if (end > bytes.length) return false;
    if (hasTag(bytes, at, 'MTrk')) {
      tracks++;
      if (!hasTag(bytes, end - 3, '\xff\x2f\0')) return false;
    }
    at = end;
  }
  return at === bytes.length && tracks > 0;
}

/** No MIDI file is valid UTF-8 by itself: its end marks hold the byte FF. */
function undoUtf8(bytes: Uint8Array): TextDamage | undefined {
  const text = decodeText(bytes);
  if (text === null || bytes.every((byte) => byte < 0x80)) return undefined;
  const restored = new Uint8Array(text.length);
  let length = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? REPLACEMENT;
    const byte = code < 0x100 ? code : 0x80 + WINDOWS_1252_FROM_80.indexOf(letter);
    if (byte < 0x80 && code >= 0x80) return { kind: 'lost', reason: t('midi.rewrittenAsText') };
    restored[length++] = byte;
  }
  return (
    undone(restored.subarray(0, length), t('midi.utf8Undone')) ?? {
      kind: 'lost',
      reason: t('midi.rewrittenAsText'),
    }
  );
}

function undoLineEnds(bytes: Uint8Array): TextDamage | undefined {
  const repair = t('midi.lineEndsUndone');
  const isPair = (at: number): boolean => bytes[at] === CR && bytes[at + 1] === LF;
  const { feeds, returns, pairs } = lineEndsOf(bytes);
  if (feeds + returns === 0) return undefined;
  const candidates = [
    // LF had become CR LF, all of them; CR had; CR LF had become LF, or CR.
    feeds === pairs && without(bytes, isPair),
    returns === pairs && without(bytes, (at) => isPair(at - 1)),
    pairs === 0 && feeds > 0 && doubled(bytes, LF, feeds),
    pairs === 0 && returns > 0 && doubled(bytes, CR, returns),
  ];
  for (const candidate of candidates) {
    const found = candidate && undone(candidate, repair);
    if (found) return found;
  }
  return undefined;
}

function undone(bytes: Uint8Array, repair: string): TextDamage | undefined {
  return fits(bytes, 0) ? { kind: 'undone', bytes, repair } : undefined;
}

/** The bytes without those that `isExtra` names; undefined where it names none. */
function without(bytes: Uint8Array, isExtra: (at: number) => boolean): Uint8Array | undefined {
  const kept = bytes.filter((_, at) => !isExtra(at));
  return kept.length < bytes.length ? kept : undefined;
}

/** The bytes with CR LF for each of the `count` bytes of this value. */
function doubled(bytes: Uint8Array, lone: number, count: number): Uint8Array {
  const whole = new Uint8Array(bytes.length + count);
  let to = 0;
  for (const byte of bytes) {
    if (byte === lone) {
      whole[to++] = CR;
      whole[to++] = LF;
    } else {
      whole[to++] = byte;
    }
  }
  return whole;
}

/**
 * Whether changed line ends explain the lengths of all tracks: shorter than said by at most their
 * lone feeds or returns, in a file without CR LF, or longer by at most their CR LF.
 */
function isOffByLineEnds(bytes: Uint8Array): boolean {
  const { pairs } = lineEndsOf(bytes);
  let off = 0;
  let at = findTag(bytes, 'MTrk', 0);
  while (at >= 0) {
    const next = findTag(bytes, 'MTrk', at + CHUNK_HEADING);
    const body = bytes.subarray(at + CHUNK_HEADING, next < 0 ? bytes.length : next);
    const missing = readUint32(bytes, at + 4) - body.length;
    const own = lineEndsOf(body);
    const lone = pairs > 0 ? 0 : Math.max(own.feeds, own.returns);
    if (missing > lone || -missing > pairs) return false;
    off += Math.abs(missing);
    at = next;
  }
  return off > 0;
}

/** How many LF, CR, and CR LF there are; the last count among the others as well. */
function lineEndsOf(bytes: Uint8Array): { feeds: number; returns: number; pairs: number } {
  let [feeds, returns, pairs] = [0, 0, 0];
  let before = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LF) feeds++;
    if (byte === LF && before === CR) pairs++;
    if (byte === CR) returns++;
    before = byte;
  }
  return { feeds, returns, pairs };
}
