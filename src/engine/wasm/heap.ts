/** Allocates memory of the WASM module: first fit over a list of free ranges. */
import { t } from '../../texts/t';

/** Addresses are multiples of a cache line, which also suits every vector load. */
const ALIGNMENT = 64;
const PAGE_BYTES = 65536;

interface Range {
  at: number;
  bytes: number;
}

export class Heap {
  readonly #memory: WebAssembly.Memory;
  /** Ordered by address, never adjacent. */
  readonly #free: Range[];
  readonly #used = new Map<number, number>();

  /** Allocates from `start` on, and grows the memory on demand. */
  constructor(memory: WebAssembly.Memory, start: number) {
    this.#memory = memory;
    const at = align(start);
    this.#free = [{ at, bytes: memory.buffer.byteLength - at }];
  }

  get usedBytes(): number {
    let sum = 0;
    for (const bytes of this.#used.values()) sum += bytes;
    return sum;
  }

  /** Address of `bytes` bytes, not cleared. @throws RangeError when the memory is full. */
  allocate(bytes: number): number {
    const size = align(Math.max(bytes, 1));
    const range = this.#free.find((free) => free.bytes >= size) ?? this.#grow(size);
    const { at } = range;
    range.at += size;
    range.bytes -= size;
    if (range.bytes === 0) this.#free.splice(this.#free.indexOf(range), 1);
    this.#used.set(at, size);
    return at;
  }

  free(at: number): void {
    const bytes = this.#used.get(at);
    if (bytes === undefined) throw new RangeError(`No memory was handed out at ${at}`);
    this.#used.delete(at);
    const next = this.#free.findIndex((range) => range.at > at);
    const index = next < 0 ? this.#free.length : next;
    this.#free.splice(index, 0, { at, bytes });
    this.#merge(index);
    if (index > 0) this.#merge(index - 1);
  }

  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, at, length);
  }

  integers(at: number, length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at, length);
  }

  #grow(size: number): Range {
    const end = this.#memory.buffer.byteLength;
    const last = this.#free.at(-1);
    const atEnd = last !== undefined && last.at + last.bytes === end ? last : { at: end, bytes: 0 };
    const pages = Math.ceil((size - atEnd.bytes) / PAGE_BYTES);
    try {
      this.#memory.grow(pages);
    } catch {
      const megabytes = Math.ceil((end + pages * PAGE_BYTES) / 2 ** 20);
      throw new RangeError(t('engine.outOfMemory', { megabytes }));
    }
    atEnd.bytes += pages * PAGE_BYTES;
    if (atEnd !== last) this.#free.push(atEnd);
    return atEnd;
  }

  #merge(index: number): void {
    const range = this.#free[index];
    const next = this.#free[index + 1];
    if (next === undefined || range.at + range.bytes !== next.at) return;
    range.bytes += next.bytes;
    this.#free.splice(index + 1, 1);
  }
}

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** Several ranges of a heap that are freed together. */
export class Arena {
  readonly #heap: Heap;
  #addresses: number[] = [];

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  allocate(bytes: number): number {
    const at = this.#heap.allocate(bytes);
    this.#addresses.push(at);
    return at;
  }

  free(): void {
    for (const at of this.#addresses) this.#heap.free(at);
    this.#addresses = [];
  }
}
