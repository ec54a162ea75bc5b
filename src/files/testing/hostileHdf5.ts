/** For tests: small HDF5 files that ask for endless work. */
import { MESSAGE, SIGNATURE, TYPE_CLASS } from '../hdf5/contents';
import { LittleEndian } from '../hdf5/littleEndian';

const ROOT = 96;
const ENTRY_BYTES = 40;

interface Part {
  at: number;
  bytes: Uint8Array;
}

/**
 * A group that is its own only member, `a`.
 * @param children of the tree's node, all the same leaf
 * @param entries of that leaf, all the same member
 */
export function selfContaining(
  children: number,
  entries: number,
  attributes: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> {
  const heap = 0x20000;
  const names = heap + 64;
  const leaf = names + 64;
  const tree = leaf + 8 + entries * ENTRY_BYTES;
  const table = new LittleEndian().u64(tree).u64(heap).done();
  const entry = new LittleEndian().u64(0).u64(ROOT).padTo(ENTRY_BYTES).done();
  const child = new LittleEndian().u64(leaf).u64(0).done();
  const leafHead = new LittleEndian().text('SNOD').bytes([1, 0]).u16(entries).done();
  const treeHead = new LittleEndian().text('TREE').bytes([0, 0]).u16(children).padTo(32).done();
  return fileOf([
    { at: ROOT, bytes: header([message(MESSAGE.symbolTable, table), ...attributes]) },
    { at: heap, bytes: new LittleEndian().text('HEAP').padTo(24).u64(names).done() },
    { at: names, bytes: new LittleEndian().text('a').padTo(8).done() },
    { at: leaf, bytes: joined(leafHead, repeated(entry, entries)) },
    { at: tree, bytes: joined(treeHead, repeated(child, children)) },
  ]);
}

/** An attribute of `count` texts of one letter. */
export function letters(name: string, count: number, letter = 'a'): Uint8Array {
  const values = new TextEncoder().encode(letter.repeat(count));
  return message(MESSAGE.attribute, attribute(name, [TYPE_CLASS.text, 0x11], 1, count, values));
}

/** A group with an attribute of `count` texts that are all one object in the heap. */
export function longTexts(count: number, text: Uint8Array): Uint8Array<ArrayBuffer> {
  const heap = 0x100000;
  const place = new LittleEndian().u32(text.length).u64(heap).u32(1).done();
  const type = [TYPE_CLASS.variable, 1];
  const own = message(MESSAGE.attribute, attribute('a', type, 16, count, new Uint8Array(0)));
  const heapHead = new LittleEndian()
    .text('GCOL')
    .bytes([1, 0, 0, 0])
    .u64(32 + text.length);
  const object = heapHead.u16(1).u16(0).u32(0).u64(text.length).done();
  return fileOf([
    // The places go on behind the header, whose longest message would hold 4,000.
    { at: ROOT, bytes: joined(header([own]), repeated(place, count)) },
    { at: heap, bytes: joined(object, text) },
  ]);
}

function attribute(
  name: string,
  [typeClass, flags]: readonly number[],
  bytes: number,
  count: number,
  values: Uint8Array,
): Uint8Array {
  const label = Math.ceil((name.length + 1) / 8) * 8;
  const out = new LittleEndian()
    .bytes([1, 0])
    .u16(name.length + 1)
    .u16(8)
    .u16(16);
  out.text(name).padTo(8 + label);
  out.bytes([0x10 | typeClass, flags, 0, 0]).u32(bytes);
  return joined(out.bytes([1, 1, 0, 0, 0, 0, 0, 0]).u64(count).done(), values);
}

function message(type: number, content: Uint8Array): Uint8Array {
  return joined(new LittleEndian().u16(type).u16(content.length).u32(0).done(), content);
}

function header(messages: readonly Uint8Array[]): Uint8Array {
  const content = joined(...messages);
  const out = new LittleEndian().bytes([1, 0]).u16(messages.length).u32(1);
  return joined(out.u32(content.length).u32(0).done(), content);
}

function fileOf(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(Math.max(...parts.map(({ at, bytes }) => at + bytes.length)));
  const superblock = new LittleEndian().bytes(SIGNATURE).bytes([0, 0, 0, 0, 0, 8, 8, 0]);
  file.set(superblock.padTo(64).u64(ROOT).done());
  for (const { at, bytes } of parts) file.set(bytes, at);
  return file;
}

function repeated(bytes: Uint8Array, count: number): Uint8Array {
  const all = new Uint8Array(bytes.length * count);
  for (let i = 0; i < count; i++) all.set(bytes, i * bytes.length);
  return all;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
