/** For tests: zip archives put together byte by byte, whole or broken. */
import { deflateSync } from 'fflate';
import { type Bytes, join, uint16, uint32 } from '../../music/midi/testing/midiBytes';
import { crc32 } from '../crc32';

export interface ZippedFile {
  path: string;
  data: Uint8Array;
  method?: 'stored' | 'deflated';
  encrypted?: boolean;
  /** Sizes behind the data, as programs write that do not know them before. */
  sizesBehind?: boolean;
  /** What the archive states instead of the true checksum. */
  crc?: number;
}

const VERSION = 20;

function littleEndian16(value: number): number[] {
  return uint16(value).reverse();
}

function littleEndian32(value: number): number[] {
  return uint32(value).reverse();
}

/** The archive, and where its central directory begins. */
export function zipWithDirectory(files: readonly ZippedFile[]): {
  bytes: Uint8Array;
  directoryStart: number;
} {
  const locals: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const file of files) {
    const { data, path, method = 'deflated', encrypted = false, sizesBehind = false } = file;
    const packed = method === 'stored' ? data : deflateSync(data);
    const name = new TextEncoder().encode(path);
    const flags = (encrypted ? 1 : 0) | (sizesBehind ? 8 : 0) | 0x800;
    const kind = [...littleEndian16(flags), ...littleEndian16(method === 'stored' ? 0 : 8)];
    const sums = [file.crc ?? crc32(data), packed.length, data.length].flatMap(littleEndian32);
    const lengths = [...littleEndian16(name.length), 0, 0];
    const time = [0, 0, 0, 0];
    const early = sizesBehind ? new Array<number>(12).fill(0) : sums;
    const version = littleEndian16(VERSION);
    const local = join('PK\x03\x04', version, kind, time, early, lengths, name, packed);
    const descriptor = sizesBehind ? join('PK\x07\x08', sums) : [];
    const noExtras = new Array<number>(10).fill(0);
    directory.push(
      join('PK\x01\x02', version, version, kind, time, sums, lengths, noExtras),
      littleEndian32(offset),
      name,
    );
    locals.push(local, descriptor);
    offset += local.length + descriptor.length;
  }
  const entries = join(...directory);
  const count = littleEndian16(files.length);
  const place = [...littleEndian32(entries.length), ...littleEndian32(offset)];
  const end = join('PK\x05\x06', [0, 0, 0, 0], count, count, place, [0, 0]);
  return { bytes: join(...locals, entries, end), directoryStart: offset };
}

export function zip(files: readonly ZippedFile[]): Uint8Array {
  return zipWithDirectory(files).bytes;
}
