/**
 * Lists and expands the files of a zip archive. fflate does the inflating; the directory is read
 * here, because a damaged archive must still give what is whole in it, sizes that it states must
 * not be believed, and one bad file must not stop the others.
 * Format: PKWARE, APPNOTE.TXT, sections 4.3 to 4.5.
 */
import { Inflate } from 'fflate';
import { chooseFallback, decodeName } from '../lib/textEncoding';
import { type ForeignFormat, foreignFormat } from '../music/midi/notMidi';
import { crc32 } from './crc32';

export interface ZipEntry {
  /** With `/` between folders; for showing only. */
  path: string;
  isFolder: boolean;
  isEncrypted: boolean;
  /** Whether the bytes overlap those of another file, as in a zip bomb. */
  isShared: boolean;
  /** 0 for stored, 8 for deflated. */
  method: number;
  /** Packed bytes. */
  packed: Uint8Array;
  /** Length and CRC-32 of the expanded bytes as the archive states them; null where unknown. */
  stated: { size: number; crc: number } | null;
}

export interface ZipListing {
  entries: ZipEntry[];
  /** Whether the directory is missing or wrong; the entries were then found by searching. */
  isDamaged: boolean;
}

export interface ExpandLimits {
  /** Bytes of one expanded file. */
  maxBytes: number;
  /** Expanded bytes for each packed byte. */
  maxRatio: number;
  /** Whether an archive is expanded as well, as a compressed score is one. */
  archives?: boolean;
}

export type Expanded =
  /** `isWhole` is false where data is missing or its checksum is wrong. */
  | { kind: 'bytes'; bytes: Uint8Array; isWhole: boolean }
  /** Not expanded to the end, because its beginning shows that it is no MIDI. */
  | { kind: 'foreign'; format: ForeignFormat }
  /** Too large, or far larger than its packed bytes can honestly hold. */
  | { kind: 'beyond limit'; expandedBytes: number }
  | { kind: 'unknown method' };

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const DATA_DESCRIPTOR = 0x08074b50;
const LOCAL_HEADER_LENGTH = 30;
const DIRECTORY_ENTRY_LENGTH = 46;
const DIRECTORY_END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const IN_ZIP64_FIELD = 0xffffffff;
const ZIP64_FIELD = 1;

const STEP = 16_384;
/** Expanded size from which the ratio is checked, in bytes: small files may pack very well. */
const RATIO_FROM = 1 << 20;

export function isZip(bytes: Uint8Array): boolean {
  const signature = uint32(bytes, 0);
  return signature === LOCAL_HEADER || signature === DIRECTORY_END;
}

/** Lists the files of an archive, at most `maxEntries + 1` of them. */
export function listZip(bytes: Uint8Array, maxEntries: number): ZipListing {
  const fromDirectory = readDirectory(bytes, maxEntries);
  if (fromDirectory !== null) return { entries: fromDirectory, isDamaged: false };
  return { entries: scanLocalHeaders(bytes, maxEntries), isDamaged: true };
}

/** Expands one file; stops where it passes a limit. Never throws. */
export function expandEntry(entry: ZipEntry, limits: ExpandLimits): Expanded {
  const format = entry.method === 0 ? refusedFormat(entry.packed, limits) : null;
  if (format !== null) return { kind: 'foreign', format };
  if (entry.method === 0) {
    if (entry.packed.length > limits.maxBytes) return { kind: 'beyond limit', expandedBytes: 0 };
    // A copy: a view would keep the whole archive alive wherever it is posted or stored.
    return { kind: 'bytes', bytes: entry.packed.slice(), isWhole: isAsStated(entry, entry.packed) };
  }
  return entry.method === 8 ? inflate(entry, limits) : { kind: 'unknown method' };
}

function refusedFormat(bytes: Uint8Array, { archives }: ExpandLimits): ForeignFormat | null {
  return archives && isZip(bytes) ? null : foreignFormat(bytes);
}

function inflate(entry: ZipEntry, limits: ExpandLimits): Expanded {
  const { packed } = entry;
  const chunks: Uint8Array[] = [];
  let size = 0;
  let failed = false;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  for (let at = 0; at < packed.length && !failed; at += STEP) {
    try {
      inflater.push(packed.subarray(at, at + STEP));
    } catch {
      failed = true;
    }
    const format = at === 0 && chunks.length > 0 ? refusedFormat(chunks[0], limits) : null;
    if (format !== null) return { kind: 'foreign', format };
    const consumed = Math.min(at + STEP, packed.length);
    const isBomb = size > RATIO_FROM && size > consumed * limits.maxRatio;
    if (size > limits.maxBytes || isBomb) return { kind: 'beyond limit', expandedBytes: size };
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { kind: 'bytes', bytes, isWhole: !failed && isAsStated(entry, bytes) };
}

function isAsStated({ stated }: ZipEntry, bytes: Uint8Array): boolean {
  return stated === null || (stated.size === bytes.length && stated.crc === crc32(bytes));
}

/** The entries of the central directory, or null where it cannot be found. */
function readDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] | null {
  const end = findDirectoryEnd(bytes);
  if (end < 0) return null;
  const isZip64 = uint32(bytes, end - 20) === ZIP64_LOCATOR;
  const offset = uint32(bytes, isZip64 ? uint32(bytes, end - 12) + 48 : end + 16);
  if (offset === end) return [];
  if (uint32(bytes, offset) !== DIRECTORY_ENTRY) return null;
  const entries: ZipEntry[] = [];
  let at = offset;
  while (uint32(bytes, at) === DIRECTORY_ENTRY && entries.length <= maxEntries) {
    const nameLength = uint16(bytes, at + 28);
    const extraLength = uint16(bytes, at + 30);
    const name = at + DIRECTORY_ENTRY_LENGTH;
    const extra = bytes.subarray(name + nameLength, name + nameLength + extraLength);
    const [size, packedSize, local] = zip64(extra, [
      uint32(bytes, at + 24),
      uint32(bytes, at + 20),
      uint32(bytes, at + 42),
    ]);
    const isThere = uint32(bytes, local) === LOCAL_HEADER;
    const data = isThere ? dataStart(bytes, local) : bytes.length;
    entries.push({
      ...describe(bytes.subarray(name, name + nameLength)),
      isEncrypted: (uint16(bytes, at + 8) & 1) === 1,
      isShared: false,
      method: uint16(bytes, at + 10),
      packed: bytes.subarray(data, data + packedSize),
      stated: { size, crc: uint32(bytes, at + 16) },
    });
    at = name + nameLength + extraLength + uint16(bytes, at + 32);
  }
  markShared(entries);
  return entries;
}

/** Of files whose bytes overlap, the one that begins first keeps them (Fifield 2019, section 3). */
function markShared(entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.packed.byteOffset - b.packed.byteOffset)) {
    const { byteOffset, length } = entry.packed;
    entry.isShared = length > 0 && byteOffset < end;
    if (!entry.isShared) end = byteOffset + length;
  }
}

/** The entries of an archive without a directory, as their own headers tell them. */
function scanLocalHeaders(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (uint32(bytes, at) === LOCAL_HEADER && entries.length <= maxEntries) {
    const data = dataStart(bytes, at);
    if (data > bytes.length) break;
    const name = at + LOCAL_HEADER_LENGTH;
    const flags = uint16(bytes, at + 6);
    const packedSize = uint32(bytes, at + 18);
    // Bit 3: the sizes follow the data; then the next signature tells where the data ends.
    const isSizeKnown = (flags & 8) === 0 && packedSize !== IN_ZIP64_FIELD;
    const end = isSizeKnown ? data + packedSize : findSignature(bytes, data);
    entries.push({
      ...describe(bytes.subarray(name, name + uint16(bytes, at + 26))),
      isEncrypted: (flags & 1) === 1,
      isShared: false,
      method: uint16(bytes, at + 8),
      packed: bytes.subarray(data, end),
      stated: isSizeKnown ? { size: uint32(bytes, at + 22), crc: uint32(bytes, at + 14) } : null,
    });
    at = isSizeKnown ? end : findLocalHeader(bytes, end);
  }
  return entries;
}

function describe(name: Uint8Array): Pick<ZipEntry, 'path' | 'isFolder'> {
  const path = decodeName(name, chooseFallback([name])).replaceAll('\\', '/');
  return { path, isFolder: path.endsWith('/') };
}

function dataStart(bytes: Uint8Array, local: number): number {
  return local + LOCAL_HEADER_LENGTH + uint16(bytes, local + 26) + uint16(bytes, local + 28);
}

/** Replaces values that are too large for 32 bits by those of the ZIP64 extra field (4.5.3). */
function zip64(extra: Uint8Array, values: readonly number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.length && uint16(extra, at) !== ZIP64_FIELD)
    at += 4 + uint16(extra, at + 2);
  at += 4;
  return values.map((value) => {
    if (value !== IN_ZIP64_FIELD || at + 8 > extra.length) return value;
    const large = uint32(extra, at) + uint32(extra, at + 4) * 2 ** 32;
    at += 8;
    return large;
  });
}

function findDirectoryEnd(bytes: Uint8Array): number {
  const last = bytes.length - DIRECTORY_END_LENGTH;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (uint32(bytes, at) === DIRECTORY_END) return at;
  }
  return -1;
}

/** The first signature of the archive from `from` on, or its end. */
function findSignature(bytes: Uint8Array, from: number): number {
  const known = [LOCAL_HEADER, DIRECTORY_ENTRY, DATA_DESCRIPTOR];
  let at = bytes.indexOf(0x50, from);
  while (at >= 0 && !known.includes(uint32(bytes, at))) at = bytes.indexOf(0x50, at + 1);
  return at < 0 ? bytes.length : at;
}

/** The next local header, behind the data descriptor that may stand at `from`. */
function findLocalHeader(bytes: Uint8Array, from: number): number {
  // Signature, CRC and two sizes, of four bytes or (ZIP64) eight.
  const isDescriptor = uint32(bytes, from) === DATA_DESCRIPTOR;
  const candidates = isDescriptor ? [from + 16, from + 24] : [from];
  return candidates.find((at) => uint32(bytes, at) === LOCAL_HEADER) ?? bytes.length;
}

/** Little-endian; bytes beyond the end count as 0. */
function uint16(bytes: Uint8Array, at: number): number {
  return at >= 0 && at + 2 <= bytes.length ? bytes[at] + bytes[at + 1] * 256 : 0;
}

function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) + uint16(bytes, at + 2) * 65536;
}
