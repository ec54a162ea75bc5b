/** The messages of an object's header in an HDF5 file: shape and texts. */
import { MESSAGE } from './contents';
import { readType } from './elementType';
import { Hdf5Error, type View } from './view';

/** Limits: Keras writes a few messages for each object, and lists of some hundred names. */
const MOST_MESSAGES = 2_000;
const MOST_TEXTS = 20_000;
const MOST_SIDES = 8;

export interface ObjectMessage {
  type: number;
  /** Address of its content. */
  at: number;
}

/** Messages of the header (version 1) at an address. */
export function readMessages(view: View, address: number): ObjectMessage[] {
  if (view.u8(address) !== 1) throw new Hdf5Error('newer form');
  const count = view.u16(address + 2);
  const blocks = [{ at: address + 16, end: address + 16 + view.u32(address + 8) }];
  const messages: ObjectMessage[] = [];
  for (let block = blocks.shift(); block; block = blocks.shift()) {
    for (let at = block.at; at + 8 <= block.end && messages.length < count; ) {
      if (messages.length > MOST_MESSAGES) throw new Hdf5Error('damaged');
      view.count();
      const type = view.u16(at);
      const isShared = (view.u8(at + 4) & 2) !== 0;
      if (isShared && type === MESSAGE.datatype) throw new Hdf5Error('newer form');
      messages.push({ type, at: at + 8 });
      if (type === MESSAGE.continuation) {
        const start = view.u64(at + 8);
        blocks.push({ at: start, end: start + view.u64(at + 16) });
      }
      at += 8 + view.u16(at + 2);
    }
  }
  return messages;
}

/** Sides of an array; none for a single element. */
export function readShape(view: View, at: number): number[] {
  const [version, rank] = [view.u8(at), view.u8(at + 1)];
  if (rank > MOST_SIDES) throw new Hdf5Error('damaged');
  const sides = at + (version === 1 ? 8 : 4);
  return Array.from({ length: rank }, (_, i) => view.u64(sides + 8 * i));
}

/** An attribute of texts; undefined for another one. */
export function readAttribute(
  view: View,
  at: number,
): { name: string; texts: string[] } | undefined {
  const version = view.u8(at);
  const [nameBytes, typeBytes, spaceBytes] = [view.u16(at + 2), view.u16(at + 4), view.u16(at + 6)];
  // Version 1 fills each part up to eight bytes; version 3 names an encoding first.
  const pad = (bytes: number): number => (version === 1 ? Math.ceil(bytes / 8) * 8 : bytes);
  const nameAt = at + (version === 3 ? 9 : 8);
  const typeAt = nameAt + pad(nameBytes);
  const spaceAt = typeAt + pad(typeBytes);
  const type = readType(view, typeAt);
  if (type.kind !== 'text' && type.kind !== 'long text') return undefined;
  const size = readShape(view, spaceAt).reduce((product, side) => product * side, 1);
  if (size > MOST_TEXTS) throw new Hdf5Error('damaged');
  const dataAt = spaceAt + pad(spaceBytes);
  const name = view.textOf(nameAt, nameBytes);
  const texts = Array.from({ length: size }, (_, i) => {
    const place = dataAt + i * type.bytes;
    return type.kind === 'text' ? view.textOf(place, type.bytes) : heapText(view, place);
  });
  return { name, texts };
}

/** A text in the global heap, from its length, the heap's address and its number there. */
function heapText(view: View, at: number): string {
  const length = view.u32(at);
  if (length === 0) return '';
  const heap = view.u64(at + 4);
  const wanted = view.u32(at + 12);
  view.expect(heap, 'GCOL');
  const end = heap + view.u64(heap + 8);
  for (let object = heap + 16; object + 16 <= end; ) {
    view.count();
    const index = view.u16(object);
    const size = view.u64(object + 8);
    if (index === wanted) return view.textOf(object + 16, Math.min(length, size));
    // Number 0 is free space.
    if (index === 0) break;
    object += 16 + Math.ceil(size / 8) * 8;
  }
  throw new Hdf5Error('damaged');
}
