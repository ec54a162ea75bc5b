/** Writes records of four-byte fields into the module's memory. */
import type { Heap } from './heap';

/** A cache line: records of neighbouring threads share none. */
const ALIGNMENT = 64;

/** Bytes from one record of these fields to the next. */
export function recordStride(fields: readonly string[]): number {
  return Math.ceil((4 * fields.length) / ALIGNMENT) * ALIGNMENT;
}

export class FieldRecord<F extends string> {
  readonly at: number;
  readonly #heap: Heap;
  readonly #fields: readonly F[];

  /** A record of zeros at the address. */
  constructor(heap: Heap, at: number, fields: readonly F[]) {
    this.at = at;
    this.#heap = heap;
    this.#fields = fields;
    heap.integers(at, fields.length).fill(0);
  }

  /** Sets integers and addresses. */
  set(values: Partial<Record<F, number>>): void {
    const words = this.#heap.integers(this.at, this.#fields.length);
    this.#fields.forEach((name, i) => {
      const value = values[name];
      if (value !== undefined) words[i] = value;
    });
  }

  setFloat(name: F, value: number): void {
    this.#heap.floats(this.addressOf(name), 1)[0] = value;
  }

  get(name: F): number {
    return this.#heap.integers(this.addressOf(name), 1)[0];
  }

  addressOf(name: F): number {
    return this.at + 4 * this.#fields.indexOf(name);
  }
}
