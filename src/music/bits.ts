/** Streams of bits, and Golomb-Rice codes of ascending numbers in them (Rice 1979). */

export class BitWriter {
  readonly #bytes: number[] = [];
  #free = 0;

  /** @param count of bits, 0..30 */
  write(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) {
      if (this.#free === 0) {
        this.#bytes.push(0);
        this.#free = 8;
      }
      this.#free--;
      if ((value >>> bit) & 1) this.#bytes[this.#bytes.length - 1] |= 1 << this.#free;
    }
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws {RangeError} at the end */
  read(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit++, this.#at++) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) throw new RangeError('The stream of bits has ended.');
      value = (value << 1) | ((byte >> (7 - (this.#at & 7))) & 1);
    }
    return value;
  }
}

/** Bits of the remainder that suit `count` ascending numbers below `range`, at most 30. */
export function riceBits(count: number, range: number): number {
  const mean = range / Math.max(1, count);
  return Math.max(0, Math.min(30, Math.floor(Math.log2(mean * Math.LN2))));
}

/** @param values ascending, whole, below 2^53 */
export function writeAscending(out: BitWriter, values: readonly number[], bits: number): void {
  const size = 2 ** bits;
  let before = 0;
  for (const value of values) {
    const step = value - before;
    for (let left = Math.floor(step / size); left > 0; left--) out.write(1, 1);
    out.write(0, 1);
    out.write(step % size, bits);
    before = value;
  }
}

/** @throws {RangeError} where the stream ends too soon */
export function readAscending(from: BitReader, count: number, bits: number): number[] {
  const size = 2 ** bits;
  let value = 0;
  return Array.from({ length: count }, () => {
    while (from.read(1) === 1) value += size;
    value += from.read(bits);
    return value;
  });
}
