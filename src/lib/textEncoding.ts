/**
 * Text in MIDI files says nothing of its encoding. Etude reads UTF-8 where the bytes are valid
 * UTF-8, and otherwise decides between Shift-JIS and Windows-1252 (which holds all letters of
 * Latin-1) by all the text of the file together.
 */

export type FallbackEncoding = 'shift_jis' | 'windows-1252';

/** Names longer than this, in UTF-16 code units, are cut. */
const MAX_NAME_LENGTH = 256;

const MAX_NAME_BYTES = 1024;

/** The characters 80..9F; five of them stand for nothing. The others are those of Latin-1. */
export const WINDOWS_1252_FROM_80 = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'];

/** The bytes as a name on one line: without control characters, trimmed, of limited length. */
export function decodeName(bytes: Uint8Array, fallback: FallbackEncoding): string {
  const start = beginning(bytes);
  return cleanName(decodeStrictly(start, 'utf-8') ?? decodeFallback(start, fallback));
}

/** Text as it may stand in a song's title or a track's name: what the reader returns for it. */
export function cleanName(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return line
    .slice(0, MAX_NAME_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** The encoding of the texts that are not UTF-8. */
export function chooseFallback(texts: readonly Uint8Array[]): FallbackEncoding {
  let forJapanese = 0;
  let forLatin = 0;
  for (const text of texts) {
    const bytes = beginning(text);
    if (isAscii(bytes) || decodeStrictly(bytes, 'utf-8') !== null) continue;
    if (decodeStrictly(bytes, 'shift_jis') === null) {
      forLatin += bytes.length;
      continue;
    }
    const score = scoreShiftJis(bytes);
    forJapanese += score.japanese;
    forLatin += score.latin;
  }
  return forJapanese > forLatin ? 'shift_jis' : 'windows-1252';
}

/** As many bytes as a name may need, not cut inside a UTF-8 character. */
function beginning(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_NAME_BYTES) return bytes;
  let end = MAX_NAME_BYTES;
  while (end > MAX_NAME_BYTES - 3 && (bytes[end] & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

function decodeFallback(bytes: Uint8Array, fallback: FallbackEncoding): string {
  if (fallback === 'shift_jis') return new TextDecoder(fallback).decode(bytes);
  // Not by TextDecoder: that of Node 20 takes the bytes 80..9F of Windows-1252 for controls.
  return Array.from(bytes, (byte) => {
    return WINDOWS_1252_FROM_80[byte - 0x80] ?? String.fromCharCode(byte);
  }).join('');
}

/** UTF-8 to text, a byte order mark included; null where the bytes are not valid. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text, or null where the bytes are not valid. */
function decodeStrictly(bytes: Uint8Array, encoding: 'utf-8' | 'shift_jis'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] > 0x7f) return false;
  return true;
}

/**
 * Bytes of evidence for and against Japanese in text that is valid Shift-JIS. An accented letter
 * before a plain one ("Prélude") looks like one rare character of two bytes. Japanese shows by
 * kana (82 9F..F1, 83 40..96), by common characters (first byte 81..9F) side by side, and by
 * three half-width kana (A1..DF) in a row.
 */
function scoreShiftJis(bytes: Uint8Array): { japanese: number; latin: number } {
  let japanese = 0;
  let latin = 0;
  let commonInRow = 0;
  let halfWidthInRow = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at];
    const isPair = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
    const isHalfWidth = lead >= 0xa1 && lead <= 0xdf;
    const isCommon = isPair && lead <= 0x9f;
    commonInRow = isCommon ? commonInRow + 1 : 0;
    halfWidthInRow = isHalfWidth ? halfWidthInRow + 1 : 0;
    if (isCommon && (isKana(lead, bytes[at + 1]) || commonInRow >= 2)) japanese += 2;
    else if (halfWidthInRow === 3) japanese += 3;
    else if (halfWidthInRow > 3) japanese += 1;
    else if (isPair || isHalfWidth) latin += 1;
    at += isPair ? 2 : 1;
  }
  return { japanese, latin };
}

function isKana(lead: number, trail: number): boolean {
  if (lead === 0x82) return trail >= 0x9f && trail <= 0xf1;
  return lead === 0x83 && trail >= 0x40 && trail <= 0x96;
}
