/**
 * Finds the chunks of a MIDI file, whatever stands before, between or behind them: RIFF and
 * MacBinary wrappers, unknown chunks, padding, wrong lengths, damaged chunk names.
 */
import { CUT_OFF, findTag, hasTag, readUint16, readUint32 } from './byteReader';

export interface HeaderChunk {
  kind: 'header';
  format: number;
  /** Number of track chunks that the header promises. */
  trackCount: number;
  /** Division word of the file: ticks per quarter note, or SMPTE where the top bit is set. */
  division: number;
  damaged: boolean;
  /** Where the next chunk is looked for. */
  next: number;
}

export interface TrackChunk {
  kind: 'track';
  /** First byte of the track's events. */
  start: number;
  /** First byte behind them. */
  end: number;
  /** False where the length in the file cannot be right: the track then ends at its end mark. */
  lengthIsRight: boolean;
  /** Bytes before this chunk that belong to no chunk. */
  strayBytes: number;
  /** Where the next chunk is looked for. */
  next: number;
}

const CHUNK_HEADING = 8;
const HEADER_LENGTH = 6;
const END_OF_TRACK = [0xff, 0x2f, 0x00];

/**
 * Where the MIDI data begins (its `MThd`, or the first `MTrk` where the header's name is
 * damaged or missing), or -1 where the bytes hold no MIDI.
 */
export function findStart(bytes: Uint8Array): number {
  if (hasTag(bytes, 0, 'MThd') || hasTag(bytes, 0, 'MTrk')) return 0;
  let at = findTag(bytes, 'MThd', 0);
  // The letters alone may stand in any text: the length of the header must follow them.
  while (at >= 0 && readUint32(bytes, at + 4) !== HEADER_LENGTH)
    at = findTag(bytes, 'MThd', at + 1);
  if (at >= 0) return at;
  // One letter of `MThd` may be damaged: then its length still stands before the first track.
  const track = findTag(bytes, 'MTrk', 0);
  const header = track - HEADER_LENGTH - CHUNK_HEADING;
  return header >= 0 && readUint32(bytes, header + 4) === HEADER_LENGTH ? header : -1;
}

/** How a file wraps the MIDI data that begins at `start`. */
export function wrapperOf(
  bytes: Uint8Array,
  start: number,
): 'none' | 'riff' | 'macbinary' | 'other' {
  if (start === 0) return 'none';
  if (hasTag(bytes, 0, 'RIFF') && hasTag(bytes, 8, 'RMID')) return 'riff';
  const nameLength = bytes[1];
  if (start === 128 && bytes[0] === 0 && nameLength > 0 && nameLength < 64) return 'macbinary';
  return 'other';
}

/** The header chunk that begins at `at`. Fields that the file cuts off are 0. */
export function readHeader(bytes: Uint8Array, at: number): HeaderChunk {
  const length = readUint32(bytes, at + 4);
  const body = at + CHUNK_HEADING;
  const declaredNext = body + length;
  const lengthIsRight = length >= HEADER_LENGTH && isChunkBoundary(bytes, declaredNext);
  const next = lengthIsRight ? declaredNext : findNextTag(bytes, Math.min(body, bytes.length));
  return {
    kind: 'header',
    format: Math.max(0, readUint16(bytes, body)),
    trackCount: Math.max(0, readUint16(bytes, body + 2)),
    division: Math.max(0, readUint16(bytes, body + 4)),
    damaged: !lengthIsRight || !hasTag(bytes, at, 'MThd'),
    next: next < 0 ? bytes.length : next,
  };
}

/** The next header or track from `from` on; null at the end of the music. */
export function nextChunk(bytes: Uint8Array, from: number): HeaderChunk | TrackChunk | null {
  let at = from;
  let strayBytes = 0;
  while (at + CHUNK_HEADING <= bytes.length) {
    if (hasTag(bytes, at, 'MThd') && readUint32(bytes, at + 4) === HEADER_LENGTH) {
      return readHeader(bytes, at);
    }
    if (isTrackName(bytes, at)) return readTrack(bytes, at, strayBytes);
    const next = at + CHUNK_HEADING + readUint32(bytes, at + 4);
    if (isPrintable(bytes, at) && next <= bytes.length) {
      at = next;
      continue;
    }
    const found = findNextTag(bytes, at + 1);
    if (found < 0) return null;
    strayBytes += found - at;
    at = found;
  }
  return null;
}

function readTrack(bytes: Uint8Array, at: number, strayBytes: number): TrackChunk {
  const start = at + CHUNK_HEADING;
  const declaredEnd = start + readUint32(bytes, at + 4);
  if (endsHere(bytes, start, declaredEnd)) {
    const track = { kind: 'track', start, end: declaredEnd, lengthIsRight: true } as const;
    return { ...track, strayBytes, next: declaredEnd };
  }
  const found = findNextTag(bytes, start);
  const end = found < 0 ? bytes.length : found;
  return { kind: 'track', start, end, lengthIsRight: false, strayBytes, next: end };
}

function endsHere(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > bytes.length) return false;
  if (isChunkBoundary(bytes, end)) return true;
  return end - start >= 3 && END_OF_TRACK.every((byte, i) => bytes[end - 3 + i] === byte);
}

/** Whether a chunk, or the end of the file, stands here. */
function isChunkBoundary(bytes: Uint8Array, at: number): boolean {
  if (at === bytes.length) return true;
  if (hasTag(bytes, at, 'MTrk') || hasTag(bytes, at, 'MThd')) return true;
  const length = readUint32(bytes, at + 4);
  return (
    length !== CUT_OFF && isPrintable(bytes, at) && at + CHUNK_HEADING + length <= bytes.length
  );
}

/** Whether `MTrk` stands here, with at most one of its four letters damaged. */
function isTrackName(bytes: Uint8Array, at: number): boolean {
  let same = 0;
  for (let i = 0; i < 4; i++) if (bytes[at + i] === 'MTrk'.charCodeAt(i)) same++;
  return same >= 3;
}

function isPrintable(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < 4; i++) if (bytes[at + i] < 0x20 || bytes[at + i] > 0x7e) return false;
  return true;
}

/** The first `MTrk`, or `MThd` that looks real, from `from` on, or -1. */
function findNextTag(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0x4d, from);
  while (at >= 0) {
    if (hasTag(bytes, at, 'MTrk')) return at;
    if (hasTag(bytes, at, 'MThd') && readUint32(bytes, at + 4) === HEADER_LENGTH) return at;
    at = bytes.indexOf(0x4d, at + 1);
  }
  return -1;
}
