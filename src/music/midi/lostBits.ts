/** Parts of MIDI data whose bytes have lost their top bit, or which have lost all such bytes. */
import { hasTag } from './byteReader';
import { CHUNK_HEADING, END_MARK } from './wholeChunks';

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

/**
 * Whether one stretch of the tracks' channel messages lacks what all others have.
 * @param parts as `partsOf` gives them
 */
export function hasStretchWithoutTopBits(parts: readonly Uint8Array[]): boolean {
  let [longest, second, length] = [0, 0, 0];
  const end = (): void => {
    second = Math.max(second, Math.min(longest, length));
    longest = Math.max(longest, length);
    length = 0;
  };
  for (const part of parts.filter((each) => hasTag(each, 0, 'MTrk'))) {
    for (let at = CHUNK_HEADING; at < part.length; at++) {
      if (part[at] < 0x80) {
        length++;
        continue;
      }
      end();
      if (hasTag(part, at, END_MARK)) break;
      at += textBehind(part, at);
    }
    end();
  }
  return longest >= ENOUGH && longest >= FAR_LONGER * second;
}

/** Bytes behind this one that are the data of a meta event or of system exclusive. */
function textBehind(part: Uint8Array, at: number): number {
  const isMeta = part[at] === 0xff;
  if (!isMeta && part[at] !== 0xf0 && part[at] !== 0xf7) return 0;
  let next = at + (isMeta ? 2 : 1);
  let length = 0;
  for (let size = 0; size < 4 && next < part.length; size++) {
    const byte = part[next++];
    length = (length << 7) | (byte & 0x7f);
    if (byte < 0x80) break;
  }
  // One that reaches past the track is none.
  return next + length <= part.length ? next + length - at - 1 : 0;
}
