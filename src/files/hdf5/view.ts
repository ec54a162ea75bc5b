/** Checked access to the bytes of an HDF5 file. */

/** What is wrong with a file: its bytes, or a form of the format that is not read here. */
export type Hdf5Fault = 'damaged' | 'newer form' | 'packed' | 'other numbers';

/** Elements that are not read here. */
export interface OtherElements {
  kind: 'integer' | 'float' | 'other';
  bits: number;
}

export class Hdf5Error extends Error {
  /** @param elements of `other numbers` */
  constructor(
    readonly fault: Hdf5Fault,
    readonly elements?: OtherElements,
  ) {
    super(`HDF5: ${fault}`);
  }
}

/** Limit of a name, bytes. */
const LONGEST_NAME = 1024;
/** Limits of a file: Studio takes 12,000 units and 90 kB. */
const MOST_WORK = 200_000;
const MOST_TEXT_BYTES = 2 ** 25;

/** Numbers, little-endian by default. Every method throws {@link Hdf5Error} beyond the file's end. */
export class View {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #work = 0;
  #textBytes = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#bytes.length;
  }

  /**
   * Counts a unit of work: a node, a message, a text, a look-up. A small file may lead to the same
   * place again and again.
   */
  count(): void {
    if (++this.#work > MOST_WORK) throw new Hdf5Error('damaged');
  }

  require(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.#bytes.length)) {
      throw new Hdf5Error('damaged');
    }
  }

  u8(at: number): number {
    this.require(at, 1);
    return this.#bytes[at];
  }

  u16(at: number, isLittle = true): number {
    this.require(at, 2);
    return this.#view.getUint16(at, isLittle);
  }

  u32(at: number): number {
    this.require(at, 4);
    return this.#view.getUint32(at, true);
  }

  /** A number of 64 bits; one above the file's length is damage, as are undefined addresses. */
  u64(at: number): number {
    const value = this.address(at);
    if (value > this.#bytes.length) throw new Hdf5Error('damaged');
    return value;
  }

  /** A number of 64 bits that may be undefined: arrays without elements have no address. */
  address(at: number): number {
    this.require(at, 8);
    return Number(this.#view.getBigUint64(at, true));
  }

  i32(at: number, isLittle = true): number {
    this.require(at, 4);
    return this.#view.getInt32(at, isLittle);
  }

  i64(at: number, isLittle = true): number {
    this.require(at, 8);
    return Number(this.#view.getBigInt64(at, isLittle));
  }

  f32(at: number, isLittle = true): number {
    this.require(at, 4);
    return this.#view.getFloat32(at, isLittle);
  }

  f64(at: number, isLittle = true): number {
    this.require(at, 8);
    return this.#view.getFloat64(at, isLittle);
  }

  /** A text that ends with a zero. */
  text(at: number): string {
    this.require(at, 1);
    const end = this.#bytes.subarray(at, at + LONGEST_NAME).indexOf(0);
    if (end < 0) throw new Hdf5Error('damaged');
    return this.textOf(at, end);
  }

  /** A text of some bytes, without the zeros that fill them up. */
  textOf(at: number, length: number): string {
    this.count();
    this.require(at, length);
    this.#textBytes += length;
    if (this.#textBytes > MOST_TEXT_BYTES) throw new Hdf5Error('damaged');
    let end = at + length;
    while (end > at && this.#bytes[end - 1] === 0) end--;
    return new TextDecoder().decode(this.#bytes.subarray(at, end));
  }

  expect(at: number, signature: string): void {
    this.count();
    this.require(at, signature.length);
    for (let i = 0; i < signature.length; i++) {
      if (this.#bytes[at + i] !== signature.charCodeAt(i)) throw new Hdf5Error('damaged');
    }
  }
}
