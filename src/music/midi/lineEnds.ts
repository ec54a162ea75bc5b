/** Line ends of MIDI data that a program for text has changed, as the lengths of the chunks tell. */
import { hasTag, readUint32 } from './byteReader';
import { CHUNK_HEADING, END_MARK, isWhole, partsOf } from './wholeChunks';

const LF = 0x0a;
const CR = 0x0d;
/** Wrong lengths leave out an event, most often the end mark, or count a heading. */
const EVENT_LENGTH = 4;
/** Share of a track that lost line ends can make up. */
const LARGEST_LOSS = 0.5;
/** Places of a chunk's length. */
const LENGTH_BYTES: readonly number[] = [4, 5, 6, 7];
/** A single byte may be missing for another reason, from a track that has one line end by chance. */
const FEWEST = 2;

interface LineEnds {
  feeds: number;
  returns: number;
  /** CR LF, counted among the others as well. */
  pairs: number;
}

/** The bytes from before the conversion; undefined where it cannot be undone exactly. */
export function undoLineEnds(bytes: Uint8Array): Uint8Array | undefined {
  const parts = partsOf(bytes);
  const lineEnds = lineEndsOf(bytes);
  return undoConversion(parts, lineEnds) ?? undoLostInLengths(parts, lineEnds);
}

function undoConversion(
  parts: readonly Uint8Array[],
  { feeds, returns, pairs }: LineEnds,
): Uint8Array | undefined {
  if (feeds + returns === 0) return undefined;
  const isPair = (part: Uint8Array, at: number): boolean => part[at] === CR && part[at + 1] === LF;
  // LF had become CR LF, all of them; CR had; CR LF had become LF, or CR.
  if (pairs > 0) {
    const ofFeeds = feeds === pairs && restored(parts, (part) => without(part, isPair));
    if (ofFeeds) return ofFeeds;
    if (returns !== pairs) return undefined;
    return restored(parts, (part) => without(part, (whole, at) => isPair(whole, at - 1)));
  }
  return (
    restored(parts, (part) => doubled(part, LF)) ?? restored(parts, (part) => doubled(part, CR))
  );
}

/** Line ends that were lost from nothing but the lengths of tracks: put back, all lengths fit. */
function undoLostInLengths(
  parts: readonly Uint8Array[],
  { feeds, returns }: LineEnds,
): Uint8Array | undefined {
  const lost = [...(feeds === 0 ? [LF] : []), ...(returns === 0 ? [CR] : [])];
  const whole = parts.map((part) =>
    lost.reduce<Uint8Array | undefined>(
      (found, byte) => found ?? withWholeLength(part, byte),
      isWhole(part) ? part : undefined,
    ),
  );
  return whole.every((part) => part !== undefined) ? joined(whole) : undefined;
}

/**
 * Whether changed or lost line ends explain that tracks are longer or shorter than they say: for
 * certain where several are, and no program that writes wrong lengths would write these.
 * @param parts as `partsOf` gives them
 */
export function areLineEndsChanged(parts: readonly Uint8Array[]): 'no' | 'perhaps' | 'certainly' {
  const lineEnds = parts.map(lineEndsOf);
  const isNone = (kind: keyof LineEnds): boolean => lineEnds.every((own) => own[kind] === 0);
  const absent = [...(isNone('feeds') ? [LF] : []), ...(isNone('returns') ? [CR] : [])];
  const hasPairs = !isNone('pairs');
  const losses: number[] = [];
  let isConverted = false;
  for (const [i, part] of parts.entries()) {
    if (!hasTag(part, 0, 'MTrk') || !hasTag(part, part.length - END_MARK.length, END_MARK))
      continue;
    const missing = missingBytes(part);
    if (missing === 0) continue;
    const loss = [missing, ...absent.flatMap((lost) => missingBehind(part, lost))].find(
      (count) => count > 0 && count <= LARGEST_LOSS * part.length,
    );
    const { feeds, returns, pairs } = lineEnds[i];
    if (absent.length > 0 && loss !== undefined) losses.push(loss);
    else if (missing < 0) isConverted ||= -missing <= pairs;
    else isConverted ||= !hasPairs && missing <= Math.max(feeds, returns);
  }
  const [first, ...others] = losses;
  const areEqual = others.every((loss) => loss === first);
  if (others.length > 0 && !areEqual) return 'certainly';
  const isEnough = others.length === 0 ? first >= FEWEST : first % EVENT_LENGTH !== 0;
  return isEnough || isConverted ? 'perhaps' : 'no';
}

function missingBytes(track: Uint8Array): number {
  return readUint32(track, 4) - (track.length - CHUNK_HEADING);
}

/** How many bytes are missing if this one was lost from the track's length, at each place of it. */
function missingBehind(track: Uint8Array, lost: number): number[] {
  // A track begins with a wait, so a heading that lost a byte runs into the first event.
  if (track[CHUNK_HEADING] < 0x80) return [];
  return LENGTH_BYTES.map((at) => {
    const heading = withByte(track.subarray(0, CHUNK_HEADING), at, lost);
    return readUint32(heading, 4) - (track.length - CHUNK_HEADING);
  });
}

/** The track with this byte put back into its length, where it is all that is missing. */
function withWholeLength(track: Uint8Array, lost: number): Uint8Array | undefined {
  const at = missingBehind(track, lost).indexOf(1);
  const whole = at < 0 ? track : withByte(track, LENGTH_BYTES[at], lost);
  return isWhole(whole) ? whole : undefined;
}

function withByte(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  return joined([bytes.subarray(0, at), [byte], bytes.subarray(at)]);
}

/** All parts, those changed back whose lengths are wrong; undefined where one stays wrong. */
function restored(
  parts: readonly Uint8Array[],
  changeBack: (part: Uint8Array) => Uint8Array,
): Uint8Array | undefined {
  const whole: Uint8Array[] = [];
  let added = 0;
  for (const part of parts) {
    const right = isWhole(part) ? part : changeBack(part);
    if (!isWhole(right)) return undefined;
    added += right.length - part.length;
    whole.push(right);
  }
  if (added > 0 && added < FEWEST) return undefined;
  return joined(whole);
}

function joined(pieces: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function without(
  bytes: Uint8Array,
  isExtra: (bytes: Uint8Array, at: number) => boolean,
): Uint8Array {
  return bytes.filter((_, at) => !isExtra(bytes, at));
}

/** The bytes with CR LF for each byte of this value. */
function doubled(bytes: Uint8Array, lone: number): Uint8Array {
  const count = bytes.reduce((sum, byte) => (byte === lone ? sum + 1 : sum), 0);
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

function lineEndsOf(bytes: Uint8Array): LineEnds {
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
