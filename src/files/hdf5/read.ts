/**
 * Reads the HDF5 files that Keras writes: superblock 0, symbol tables, contiguous arrays, texts as
 * attributes. Every number in the file may be a lie: addresses are checked against its bytes, and
 * the work is limited.
 * Format: The HDF Group, HDF5 File Format Specification, version 1.1.
 */
import { isHdf5, MESSAGE } from './contents';
import { type ElementType, readType } from './elementType';
import { type ObjectMessage, readAttribute, readMessages, readShape } from './messages';
import { Hdf5Error, View } from './view';

const SUPERBLOCK = { version: 8, offsetSize: 13, lengthSize: 14, base: 24, root: 64 };
const ENTRY_BYTES = 40;
/** Limits: the largest network here has some 100 groups. */
const MOST_OBJECTS = 20_000;
const LONGEST_PATH = 1024;
const DEEPEST_TREE = 8;

/** A group or an array of an open file. */
export interface Hdf5Object {
  /** Texts alone; other attributes are left out. */
  attributes: ReadonlyMap<string, readonly string[]>;
  /** Addresses of the members of a group, by name. */
  members: ReadonlyMap<string, number>;
  array?: { shape: number[]; type: ElementType; at: number };
}

export class Hdf5File {
  readonly #view: View;
  readonly #objects = new Map<number, Hdf5Object>();
  readonly root: Hdf5Object;

  /** @throws {Hdf5Error} with a plain sentence */
  constructor(bytes: Uint8Array) {
    this.#view = new View(bytes);
    if (!isHdf5(bytes)) throw new Hdf5Error('damaged');
    if (this.#view.u8(SUPERBLOCK.version) > 1) throw new Hdf5Error('newer form');
    const sizes = [this.#view.u8(SUPERBLOCK.offsetSize), this.#view.u8(SUPERBLOCK.lengthSize)];
    if (sizes.some((size) => size !== 8)) throw new Hdf5Error('newer form');
    // Version 1 has four more bytes before the addresses.
    const shift = this.#view.u8(SUPERBLOCK.version) === 1 ? 4 : 0;
    if (this.#view.u64(SUPERBLOCK.base + shift) !== 0) throw new Hdf5Error('newer form');
    this.root = this.#object(this.#view.u64(SUPERBLOCK.root + shift));
  }

  /**
   * The object of a path such as `layers/dense/vars`; undefined where there is none.
   * @throws {Hdf5Error} where the file is damaged
   */
  get(path: string, from: Hdf5Object = this.root): Hdf5Object | undefined {
    let object: Hdf5Object | undefined = from;
    this.#view.count();
    if (path.length > LONGEST_PATH) return undefined;
    for (const name of path.split('/').filter((part) => part !== '')) {
      this.#view.count();
      const address: number | undefined = object?.members.get(name);
      object = address === undefined ? undefined : this.#object(address);
    }
    return object;
  }

  /**
   * The numbers of an array, as a copy.
   * @throws {Hdf5Error} where they are damaged or no numbers
   */
  numbers({ array }: Hdf5Object): Float32Array<ArrayBuffer> {
    if (!array) throw new Hdf5Error('damaged');
    const { type, at, shape } = array;
    const size = shape.reduce((product, side) => product * side, 1);
    if (type.kind === 'other') throw new Hdf5Error('other numbers', type.elements);
    if (type.kind !== 'number') throw new Hdf5Error('damaged');
    // Before any memory is asked for.
    this.#view.require(at, size * type.bytes);
    const numbers = new Float32Array(size);
    for (let i = 0; i < size; i++) numbers[i] = type.read(this.#view, at + i * type.bytes);
    return numbers;
  }

  #object(address: number): Hdf5Object {
    const known = this.#objects.get(address);
    if (known) return known;
    if (this.#objects.size >= MOST_OBJECTS) throw new Hdf5Error('damaged');
    const messages = readMessages(this.#view, address);
    const attributes = new Map<string, readonly string[]>();
    for (const { type, at } of messages) {
      if (type !== MESSAGE.attribute) continue;
      const attribute = readAttribute(this.#view, at);
      if (attribute) attributes.set(attribute.name, attribute.texts);
    }
    const object = {
      attributes,
      members: this.#members(messages),
      array: this.#array(messages),
    };
    this.#objects.set(address, object);
    return object;
  }

  #array(messages: readonly ObjectMessage[]): Hdf5Object['array'] {
    const find = (type: number): number | undefined =>
      messages.find((message) => message.type === type)?.at;
    const [space, type, layout] = [
      find(MESSAGE.dataspace),
      find(MESSAGE.datatype),
      find(MESSAGE.layout),
    ];
    if (space === undefined || type === undefined || layout === undefined) return undefined;
    const view = this.#view;
    const [version, kind] = [view.u8(layout), view.u8(layout + 1)];
    // Keras writes neither chunks nor compressed arrays.
    const isKnown = version === 3 && kind <= 1 && find(MESSAGE.filters) === undefined;
    if (!isKnown) throw new Hdf5Error('packed');
    const at = kind === 0 ? layout + 4 : view.address(layout + 2);
    return { shape: readShape(view, space), type: readType(view, type), at };
  }

  #members(messages: readonly ObjectMessage[]): Map<string, number> {
    const members = new Map<string, number>();
    const table = messages.find(({ type }) => type === MESSAGE.symbolTable)?.at;
    if (table === undefined) return members;
    const heap = this.#view.u64(table + 8);
    this.#view.expect(heap, 'HEAP');
    const names = this.#view.u64(heap + 24);
    this.#readTree(this.#view.u64(table), names, members, 0);
    return members;
  }

  #readTree(node: number, names: number, members: Map<string, number>, depth: number): void {
    if (depth > DEEPEST_TREE) throw new Hdf5Error('damaged');
    const view = this.#view;
    view.expect(node, 'TREE');
    const level = view.u8(node + 5);
    const count = view.u16(node + 6);
    for (let i = 0; i < count; i++) {
      const child = view.u64(node + 32 + 16 * i);
      if (level > 0) this.#readTree(child, names, members, depth + 1);
      else this.#readLeaf(child, names, members);
    }
  }

  #readLeaf(leaf: number, names: number, members: Map<string, number>): void {
    const view = this.#view;
    view.expect(leaf, 'SNOD');
    const count = view.u16(leaf + 6);
    for (let i = 0; i < count; i++) {
      const entry = leaf + 8 + i * ENTRY_BYTES;
      members.set(view.text(names + view.u64(entry)), view.u64(entry + 8));
    }
  }
}
