/**
 * System exclusive messages that say which channels are percussion: resets of General MIDI, GS and
 * XG, and the part modes of GS and XG. Sources: MIDI Association, General MIDI System Level 1 and
 * 2; Roland, SC-88 Pro owner's manual, "MIDI Implementation"; Yamaha, XG Specifications 1.35.
 */
import { DRUM_CHANNEL } from '../song';

/** What a sound device can be told to follow. */
export type Standard = 'gm' | 'gm2' | 'gs' | 'xg';

export type Exclusive =
  | { kind: 'reset'; standard: Standard }
  | { kind: 'drums'; channel: number; isDrum: boolean };

/** Bytes; longer messages hold sounds, not settings. */
export const MAX_EXCLUSIVE = 16;
const END = 0xf7;
const UNIVERSAL = 0x7e;
const ROLAND = 0x41;
const YAMAHA = 0x43;
const GS = 0x42;
const XG = 0x4c;
const DATA_SET = 0x12;
/** Blocks of GS: 0 is channel 10, then 1 to 9, then 11 to 16. */
const GS_FIRST = 0x10;
const GS_PART_MODE = 0x15;
const XG_PART_MODE = 0x07;

/** @param data the message behind its F0; undefined where it says nothing of percussion */
export function readExclusive(data: Uint8Array): Exclusive | undefined {
  if (data.length < 5 || data.length > MAX_EXCLUSIVE) return undefined;
  switch (data[0]) {
    case UNIVERSAL:
      return readUniversal(data);
    case ROLAND:
      return data[2] === GS && data[3] === DATA_SET ? readGs(data.subarray(4)) : undefined;
    case YAMAHA:
      // Parameter change, of any device number.
      return (data[1] & 0xf0) === 0x10 && data[2] === XG ? readXg(data.subarray(3)) : undefined;
    default:
      return undefined;
  }
}

/** General MIDI on: 7E, any device, 09, 01 for the first level and 03 for the second. */
function readUniversal(data: Uint8Array): Exclusive | undefined {
  if (data[2] !== 0x09) return undefined;
  if (data[3] === 1) return { kind: 'reset', standard: 'gm' };
  return data[3] === 3 ? { kind: 'reset', standard: 'gm2' } : undefined;
}

/** Address of three bytes, then the value. */
function readGs([high, middle, low, value = END]: Uint8Array): Exclusive | undefined {
  if (value === END) return undefined;
  const isReset = high === 0x40 && middle === 0 && low === 0x7f;
  if (isReset || (high === 0 && middle === 0 && low === 0x7f)) {
    return { kind: 'reset', standard: 'gs' };
  }
  if (high !== 0x40 || (middle & 0xf0) !== GS_FIRST || low !== GS_PART_MODE) return undefined;
  const block = middle & 0x0f;
  const channel = block === 0 ? DRUM_CHANNEL : block < 10 ? block - 1 : block;
  return { kind: 'drums', channel, isDrum: value !== 0 };
}

/** Address of three bytes, then the value. Part modes: 0 normal, the others percussion. */
function readXg([high, middle, low, value = END]: Uint8Array): Exclusive | undefined {
  if (value === END) return undefined;
  if (high === 0 && middle === 0 && (low === 0x7e || low === 0x7f)) {
    return { kind: 'reset', standard: 'xg' };
  }
  if (high !== 0x08 || middle > 15 || low !== XG_PART_MODE) return undefined;
  return { kind: 'drums', channel: middle, isDrum: value !== 0 };
}
