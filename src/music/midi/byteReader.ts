/** A cursor over bytes that never reads past its end and never throws. */

/** What the reading functions return where the bytes run out. */
export const CUT_OFF = -1;

/** The largest tick of a song: everything fits a signed 32-bit integer. */
export const MAX_TICK = 2 ** 31 - 1;

export class ByteReader {
  position: number;
  readonly end: number;
  private readonly bytes: Uint8Array;

  /** @param end first position that is not read, at most `bytes.length` */
  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.position = start;
    this.end = Math.min(end, bytes.length);
  }

  get atEnd(): boolean {
    return this.position >= this.end;
  }

  /** The byte at the cursor, or `CUT_OFF`; the cursor stays. */
  peek(): number {
    return this.position < this.end ? this.bytes[this.position] : CUT_OFF;
  }

  /** The next byte, or `CUT_OFF`. */
  byte(): number {
    return this.position < this.end ? this.bytes[this.position++] : CUT_OFF;
  }

  /**
   * A variable-length quantity (Standard MIDI Files 1.0, "Conventions"), or `CUT_OFF`.
   * More than the four bytes of the standard are read too; the value stops growing at `MAX_TICK`.
   */
  variableLength(): number {
    let value = 0;
    while (this.position < this.end) {
      const byte = this.bytes[this.position++];
      value = Math.min(value * 128 + (byte & 0x7f), MAX_TICK);
      if (byte < 0x80) return value;
    }
    return CUT_OFF;
  }

  /** Moves past `length` bytes; false, with the cursor at the end, where there are fewer. */
  skip(length: number): boolean {
    const enough = length <= this.end - this.position;
    this.position = enough ? this.position + length : this.end;
    return enough;
  }

  /** Moves behind the next byte of this value; false, with the cursor unmoved, where none is. */
  skipPast(value: number): boolean {
    const distance = this.bytes.subarray(this.position, this.end).indexOf(value);
    if (distance < 0) return false;
    this.position += distance + 1;
    return true;
  }
}

/** Big-endian; `CUT_OFF` where a byte is missing. */
export function readUint16(bytes: Uint8Array, at: number): number {
  return at >= 0 && at + 2 <= bytes.length ? bytes[at] * 256 + bytes[at + 1] : CUT_OFF;
}

/** Big-endian; `CUT_OFF` where a byte is missing. */
export function readUint32(bytes: Uint8Array, at: number): number {
  if (at < 0 || at + 4 > bytes.length) return CUT_OFF;
  return readUint16(bytes, at) * 65536 + readUint16(bytes, at + 2);
}

/** Whether the ASCII letters of `tag` stand at this place. */
export function hasTag(bytes: Uint8Array, at: number, tag: string): boolean {
  if (at < 0 || at + tag.length > bytes.length) return false;
  for (let i = 0; i < tag.length; i++) {
    if (bytes[at + i] !== tag.charCodeAt(i)) return false;
  }
  return true;
}

/** The first place from `from` on where the ASCII letters of `tag` stand, or -1. */
export function findTag(bytes: Uint8Array, tag: string, from: number): number {
  let at = bytes.indexOf(tag.charCodeAt(0), from);
  while (at >= 0 && !hasTag(bytes, at, tag)) at = bytes.indexOf(tag.charCodeAt(0), at + 1);
  return at;
}
