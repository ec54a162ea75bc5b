/**
 * MIDI files that went through a program for text: line ends changed, bytes taken for letters and
 * written again as UTF-8, the top bit or all zeros lost. The file disproves it, since the lengths
 * of its chunks fit no longer. What can be undone is undone, so that the lengths fit; the rest is
 * refused: its notes would be noise.
 */
import { decodeText, WINDOWS_1252_FROM_80 } from '../../lib/textEncoding';
import { t } from '../../texts/t';
import { findTag, hasTag } from './byteReader';
import { areLineEndsChanged, undoLineEnds } from './lineEnds';
import { hasStretchWithoutTopBits, hasTrackWithoutTopBits } from './lostBits';
import { isWhole, partsOf } from './wholeChunks';

export type TextDamage =
  | { kind: 'none' }
  /** `bytes` are those from before the conversion. */
  | { kind: 'undone'; bytes: Uint8Array; repair: string }
  | { kind: 'lost'; reason: string };

const LF = 0x0a;
const CR = 0x0d;
/** Bytes of a file in which the absence of zeros, or of high bytes, tells something. */
const ENOUGH = 22;
const REPLACEMENT = 0xfffd;
/** Share of guessed lengths that lost note-offs alone hardly reach. */
export const MANY_GUESSED = 0.05;

/** @param start where the MIDI data begins */
export function findTextDamage(bytes: Uint8Array, start: number): TextDamage {
  const music = withoutLastLineEnds(bytes.subarray(start));
  if (fits(music)) return { kind: 'none' };
  if (music.length >= ENOUGH && findTag(music, 'MTrk', 0) >= 0) {
    if (music.every((byte) => byte < 0x80)) return { kind: 'lost', reason: t('midi.lostTopBit') };
    if (!music.includes(0)) return { kind: 'lost', reason: t('midi.lostZeros') };
  }
  const byUtf8 = undoUtf8(music);
  if (byUtf8 !== undefined) return byUtf8;
  const byLineEnds = undoLineEnds(music);
  return (byLineEnds && undone(byLineEnds, t('midi.lineEndsUndone'))) ?? { kind: 'none' };
}

/**
 * A reason to refuse a file in which lengths are wrong or the reading met faults; null for none.
 * @param isFaulty whether it met more of them than a lost note-off
 * @param guessed share of the notes whose length was guessed
 */
export function whyNoise(
  bytes: Uint8Array,
  start: number,
  isFaulty: boolean,
  guessed: number,
): string | null {
  const music = withoutLastLineEnds(bytes.subarray(start));
  const parts = partsOf(music);
  const changed = areLineEndsChanged(parts);
  if (changed === 'certainly' || (changed === 'perhaps' && isFaulty)) {
    return t('midi.lineEndsChanged');
  }
  const lostBits =
    hasTrackWithoutTopBits(parts) || (guessed > MANY_GUESSED && hasStretchWithoutTopBits(parts));
  return lostBits ? t('midi.partLostTopBit') : null;
}

/** Line ends that a program for text adds to a last line stand behind the last track. */
function withoutLastLineEnds(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--;
  return bytes.subarray(0, end);
}

function fits(bytes: Uint8Array): boolean {
  return hasTag(bytes, 0, 'MThd') && findTag(bytes, 'MTrk', 0) > 0 && isWhole(bytes);
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

function undone(bytes: Uint8Array, repair: string): TextDamage | undefined {
  return fits(bytes) ? { kind: 'undone', bytes, repair } : undefined;
}
