/**
 * Writes HDF5 files of groups, arrays and texts, in the oldest form of the format, which every
 * reader knows: superblock 0, symbol tables, contiguous arrays, attributes of fixed length.
 * Format: The HDF Group, HDF5 File Format Specification, version 1.1.
 */
import { type Hdf5Array, type Hdf5Group, MESSAGE, SIGNATURE, TYPE_CLASS } from './contents';
import { LittleEndian } from './littleEndian';

const SUPERBLOCK_BYTES = 96;
const UNDEFINED = 0xffffffffffffffffn;
/** Half the entries of an inner node; such nodes have no use here but the format names it. */
const INNER_HALF = 16;
/** Half the entries of a leaf, at least. */
const LEAST_LEAF_HALF = 4;
const ENTRY_BYTES = 40;

/** @throws {RangeError} for a name or text that is too long, or an array that is not its shape's size */
export function writeHdf5(root: Hdf5Group): Uint8Array<ArrayBuffer> {
  return new Writer(root).write();
}

interface Written {
  header: number;
  /** Of a group. */
  table?: { tree: number; heap: number };
}

class Writer {
  readonly #root: Hdf5Group;
  readonly #leafHalf: number;
  readonly #parts: { at: number; bytes: Uint8Array }[] = [];
  #end = SUPERBLOCK_BYTES;

  constructor(root: Hdf5Group) {
    this.#root = root;
    // A leaf that holds the largest group spares trees of several leaves.
    this.#leafHalf = Math.max(LEAST_LEAF_HALF, Math.ceil(mostMembers(root) / 2));
  }

  write(): Uint8Array<ArrayBuffer> {
    const { header, table } = this.#group(this.#root);
    const file = new Uint8Array(this.#end);
    file.set(this.#superblock(header, table));
    for (const { at, bytes } of this.#parts) file.set(bytes, at);
    return file;
  }

  /** @returns the address of the bytes */
  #place(bytes: Uint8Array): number {
    const at = this.#end;
    this.#parts.push({ at, bytes });
    this.#end += padded(bytes.length);
    return at;
  }

  #superblock(header: number, table: Written['table']): Uint8Array {
    const out = new LittleEndian().bytes(SIGNATURE);
    // Versions of the superblock, the free space, the root's entry and shared messages.
    out.bytes([0, 0, 0, 0, 0, 8, 8, 0]).u16(this.#leafHalf).u16(INNER_HALF).u32(0);
    out.u64(0).big(UNDEFINED).u64(this.#end).big(UNDEFINED);
    out
      .u64(0)
      .u64(header)
      .u32(table ? 1 : 0)
      .u32(0);
    return out
      .u64(table?.tree ?? 0)
      .u64(table?.heap ?? 0)
      .done();
  }

  #group({ attributes = {}, members }: Hdf5Group): Written {
    // Readers search by bytes, not by a language's order.
    const names = Object.keys(members).sort((a, b) => (a < b ? -1 : 1));
    const written = names.map((name) => {
      const member = members[name];
      return 'members' in member ? this.#group(member) : this.#array(member);
    });
    const { heap, offsets } = this.#heap(names);
    const leaf = names.length > 0 ? [this.#leaf(written, offsets)] : [];
    const tree = this.#tree(leaf, offsets.at(-1) ?? 0);
    const header = this.#header([
      message(MESSAGE.symbolTable, new LittleEndian().u64(tree).u64(heap).done()),
      ...Object.entries(attributes).map(([name, text]) => attribute(name, text)),
    ]);
    return { header, table: { tree, heap } };
  }

  #array({ shape, values }: Hdf5Array): Written {
    const size = shape.reduce((product, side) => product * side, 1);
    if (size !== values.length) throw new RangeError('HDF5: an array is not of its shape.');
    const data = this.#place(littleEndianBytes(values));
    const type = values instanceof Float32Array ? FLOAT32 : INT32;
    // Version 2: space is allocated late, and no fill value is defined.
    const fill = Uint8Array.of(2, 2, 2, 0);
    const layout = new LittleEndian()
      .bytes([3, 1])
      .u64(data)
      .u64(4 * size)
      .done();
    const header = this.#header([
      message(MESSAGE.dataspace, dataspace(shape)),
      message(MESSAGE.datatype, type),
      message(MESSAGE.fillValue, fill),
      message(MESSAGE.layout, layout),
    ]);
    return { header };
  }

  #header(messages: readonly Uint8Array[]): number {
    const size = messages.reduce((sum, { length }) => sum + length, 0);
    const out = new LittleEndian().bytes([1, 0]).u16(messages.length).u32(1).u32(size).u32(0);
    for (const one of messages) out.bytes(one);
    return this.#place(out.done());
  }

  /** Names of a group, each ending with a zero; the empty one comes first. */
  #heap(names: readonly string[]): { heap: number; offsets: number[] } {
    const data = new LittleEndian().bytes(new Uint8Array(8));
    const offsets = names.map((name) => {
      const at = data.length;
      data.bytes(padTo8(Uint8Array.of(...encode(name), 0)));
      return at;
    });
    const segment = this.#place(data.done());
    const out = new LittleEndian().text('HEAP').bytes([0, 0, 0, 0]);
    // 1: no free space.
    return { heap: this.#place(out.u64(data.length).u64(1).u64(segment).done()), offsets };
  }

  #leaf(written: readonly Written[], offsets: readonly number[]): number {
    const out = new LittleEndian().text('SNOD').bytes([1, 0]).u16(written.length);
    written.forEach(({ header, table }, i) => {
      out
        .u64(offsets[i])
        .u64(header)
        .u32(table ? 1 : 0)
        .u32(0);
      out.u64(table?.tree ?? 0).u64(table?.heap ?? 0);
    });
    return this.#place(out.padTo(8 + 2 * this.#leafHalf * ENTRY_BYTES).done());
  }

  #tree(leaf: readonly number[], last: number): number {
    const out = new LittleEndian().text('TREE').bytes([0, 0]).u16(leaf.length);
    out.big(UNDEFINED).big(UNDEFINED).u64(0);
    for (const address of leaf) out.u64(address).u64(last);
    return this.#place(out.padTo(24 + 8 * (4 * INNER_HALF + 1)).done());
  }
}

const FLOAT32 = new LittleEndian()
  .bytes([0x10 | TYPE_CLASS.float, 0x20, 31, 0])
  .u32(4)
  // Bit offset and precision; place and size of exponent and mantissa; bias.
  .u16(0)
  .u16(32)
  .bytes([23, 8, 0, 23])
  .u32(127)
  .done();

const INT32 = new LittleEndian()
  .bytes([0x10 | TYPE_CLASS.integer, 0x08, 0, 0])
  .u32(4)
  .u16(0)
  .u16(32)
  .done();

/** Longest part of a header, bytes. */
const LONGEST_MESSAGE = 0xffff;

function message(type: number, content: Uint8Array): Uint8Array {
  const body = padTo8(content);
  if (body.length > LONGEST_MESSAGE) throw new RangeError('HDF5: an attribute is too long.');
  return new LittleEndian().u16(type).u16(body.length).u32(0).bytes(body).done();
}

function dataspace(shape: readonly number[]): Uint8Array {
  const out = new LittleEndian().bytes([1, shape.length, 0, 0, 0, 0, 0, 0]);
  for (const side of shape) out.u64(side);
  return out.done();
}

function attribute(name: string, text: string): Uint8Array {
  const label = Uint8Array.of(...encode(name), 0);
  const value = encode(text);
  const size = Math.max(1, value.length);
  // Padded with zeros, UTF-8.
  const type = new LittleEndian()
    .bytes([0x10 | TYPE_CLASS.text, 0x11, 0, 0])
    .u32(size)
    .done();
  const space = dataspace([]);
  const out = new LittleEndian().bytes([1, 0]).u16(label.length).u16(type.length).u16(space.length);
  out.bytes(padTo8(label)).bytes(padTo8(type)).bytes(padTo8(space));
  return message(
    MESSAGE.attribute,
    out
      .bytes(value)
      .padTo(out.length + size - value.length)
      .done(),
  );
}

function littleEndianBytes(values: Float32Array | Int32Array): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  const isFloat = values instanceof Float32Array;
  for (let i = 0; i < values.length; i++) {
    if (isFloat) view.setFloat32(4 * i, values[i], true);
    else view.setInt32(4 * i, values[i], true);
  }
  return bytes;
}

function mostMembers({ members }: Hdf5Group): number {
  const inner = Object.values(members).map((member) =>
    'members' in member ? mostMembers(member) : 0,
  );
  return Math.max(Object.keys(members).length, ...inner);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function padTo8(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(padded(bytes.length));
  result.set(bytes);
  return result;
}
