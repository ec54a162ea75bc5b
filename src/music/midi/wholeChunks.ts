/** Tracks as their names tell, whatever their lengths, and whether these are right to the byte. */
import { findTag, hasTag, readUint32 } from './byteReader';

export const CHUNK_HEADING = 8;
const HEADER_LENGTH = 6;
export const END_MARK = '\xff\x2f\0';

/** Whether chunks fill the bytes exactly, and each track ends with its end mark. */
export function isWhole(bytes: Uint8Array): boolean {
  let at = 0;
  while (at + CHUNK_HEADING <= bytes.length) {
    const length = readUint32(bytes, at + 4);
    const end = at + CHUNK_HEADING + length;
    if (end > bytes.length) return false;
    if (hasTag(bytes, at, 'MThd') && length !== HEADER_LENGTH) return false;
    if (hasTag(bytes, at, 'MTrk') && !hasTag(bytes, end - END_MARK.length, END_MARK)) return false;
    at = end;
  }
  return at === bytes.length && at > 0;
}

/** The bytes before the first track, and each track with what follows it. */
export function partsOf(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  while (from < bytes.length) {
    const next = findTag(bytes, 'MTrk', from + 1);
    const to = next < 0 ? bytes.length : next;
    parts.push(bytes.subarray(from, to));
    from = to;
  }
  return parts;
}
