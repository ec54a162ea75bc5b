/** Checked access to the bytes of an HDF5 file. */

/** What is wrong with a file: its bytes, or a form of the format that is not read here. */
export type Hdf5Fault = 'damaged' | 'newer form' | 'packed';

export class Hdf5Error extends Error {
  constructor(readonly fault: Hdf5Fault) {
    super(`HDF5: ${fault}`);
  }
}

/** Limit of a name, bytes. */
const LONGEST_NAME = 1024;

/** Little-endian numbers. Every method throws {@link Hdf5Error} beyond the end of the file. */
export class View {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #work = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** Counts a unit of work, so that circles of addresses come to an end. */
  count(limit: number): void {
    if (++this.#work > limit) throw new Hdf5Error('damaged');
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

  u16(at: number): number {
    this.require(at, 2);
    return this.#view.getUint16(at, true);
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

  i32(at: number): number {
    this.require(at, 4);
    return this.#view.getInt32(at, true);
  }

  i64(at: number): number {
    this.require(at, 8);
    return Number(this.#view.getBigInt64(at, true));
  }

  f32(at: number): number {
    this.require(at, 4);
    return this.#view.getFloat32(at, true);
  }

  f64(at: number): number {
    this.require(at, 8);
    return this.#view.getFloat64(at, true);
  }

  /** A text that ends with a zero. */
  text(at: number): string {
    this.require(at, 1);
    const end = this.#bytes.subarray(at, at + LONGEST_NAME).indexOf(0);
    if (end < 0) throw new Hdf5Error('damaged');
    return this.textOf(at, end);
  }

  /** A text of some bytes, without the zeros and spaces that fill them up. */
  textOf(at: number, length: number): string {
    this.require(at, length);
    return new TextDecoder().decode(this.#bytes.subarray(at, at + length)).replace(/[\0]+$/, '');
  }

  expect(at: number, signature: string): void {
    this.count(MOST_NODES);
    this.require(at, signature.length);
    for (let i = 0; i < signature.length; i++) {
      if (this.#bytes[at + i] !== signature.charCodeAt(i)) throw new Hdf5Error('damaged');
    }
  }
}

/** Limit: nodes and heaps of a file. */
const MOST_NODES = 200_000;
