/** Parts of MIDI data whose bytes have lost their top bit, or which have lost all such bytes. */
import { hasTag } from './byteReader';
import { END_MARK } from './wholeChunks';

/** Bytes among which some have their top bit set, unless it was lost. */
const ENOUGH = 64;
/** How many times longer than the next the longest stretch without such bytes is. */
const FAR_LONGER = 4;

/**
 * Whether the end of a track has lost its top bits: its end mark has.
 * @param parts as `partsOf` gives them
 */
export function hasTrackWithoutTopBits(parts: readonly Uint8Array[]): boolean {
  return parts.some((part) => {
    const last = part.subarray(-ENOUGH);
    const isMark = hasTag(part, part.length - 2, END_MARK.slice(1));
    return isMark && last.length === ENOUGH && last.every((byte) => byte < 0x80);
  });
}

/** Whether one stretch of the bytes lacks what all others have. */
export function hasStretchWithoutTopBits(bytes: Uint8Array): boolean {
  let [longest, second, length] = [0, 0, 0];
  const end = (): void => {
    second = Math.max(second, Math.min(longest, length));
    longest = Math.max(longest, length);
    length = 0;
  };
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < 0x80) length++;
    else end();
  }
  end();
  return longest >= ENOUGH && longest >= FAR_LONGER * second;
}
