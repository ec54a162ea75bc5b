/** For tests: MIDI files put together byte by byte, including invalid ones. */

/** Bytes, or text whose characters stand for one byte each. */
export type Bytes = ArrayLike<number> | string;

export function join(...parts: Bytes[]): Uint8Array {
  const all: number[] = [];
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      all.push(typeof part === 'string' ? part.charCodeAt(i) : part[i]);
    }
  }
  return Uint8Array.from(all);
}

/** `length` bytes of one value. */
export function bytesOf(length: number, value: number): number[] {
  return new Array<number>(length).fill(value);
}

export function uint16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

export function uint32(value: number): number[] {
  return [...uint16(value >>> 16), ...uint16(value & 0xffff)];
}

export function chunk(tag: string, body: Bytes, length = body.length): Uint8Array {
  return join(tag, uint32(length), body);
}

export function header(format: number, tracks: number, division = 480): Uint8Array {
  return chunk('MThd', [...uint16(format), ...uint16(tracks), ...uint16(division)]);
}

export function track(...events: Bytes[]): Uint8Array {
  return chunk('MTrk', join(...events));
}

/** A variable-length quantity. */
export function delta(ticks: number): number[] {
  const bytes = [ticks & 0x7f];
  for (let rest = ticks >>> 7; rest > 0; rest >>>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}

export function noteOn(wait: number, pitch: number, velocity = 80, channel = 0): number[] {
  return [...delta(wait), 0x90 | channel, pitch, velocity];
}

export function noteOff(wait: number, pitch: number, channel = 0): number[] {
  return [...delta(wait), 0x80 | channel, pitch, 64];
}

export function meta(wait: number, type: number, data: Bytes): Uint8Array {
  return join(delta(wait), [0xff, type], delta(data.length), data);
}

export const END_MARK: readonly number[] = [0, 0xff, 0x2f, 0];

/** Events of one note of 480 ticks. */
export function note(pitch: number, velocity = 80, channel = 0): number[] {
  return [...noteOn(0, pitch, velocity, channel), ...noteOff(480, pitch, channel)];
}

/** The whole file: format 0 for one track, 1 for more. */
export function file(...tracks: Uint8Array[]): Uint8Array {
  return join(header(tracks.length === 1 ? 0 : 1, tracks.length), ...tracks);
}

/** A valid file of one note, middle C. */
export function goodFile(): Uint8Array {
  return file(track(note(60), END_MARK));
}
