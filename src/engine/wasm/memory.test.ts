import { afterEach, expect, it, vi } from 'vitest';
import { createMemory } from './memory';

/** Maxima that were asked for, in MiB. */
let asked: number[] = [];

/** A browser that grants this much and no more. */
function grants(mebibytes: number): void {
  asked = [];
  const { Memory } = WebAssembly;
  vi.stubGlobal('WebAssembly', {
    Memory: class extends Memory {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        asked.push((descriptor.maximum ?? 0) / 16);
        if ((descriptor.maximum ?? 0) / 16 > mebibytes) throw new RangeError('Out of memory');
        super(descriptor);
      }
    },
  });
}

afterEach(() => vi.unstubAllGlobals());

it('reserves no more than a gibibyte of shared memory', () => {
  grants(4096);
  expect(createMemory(true).buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(asked).toEqual([1024]);
});

it('may grow to two where nothing is reserved', () => {
  grants(4096);
  expect(createMemory(false).buffer).toBeInstanceOf(ArrayBuffer);
  expect(asked).toEqual([2048]);
});

it('takes what a phone grants', () => {
  grants(300);
  createMemory(true);
  expect(asked).toEqual([1024, 512, 256]);
});

it('says so where there is too little to compute with', () => {
  grants(32);
  expect(() => createMemory(true)).toThrow('Out of memory');
  expect(asked).toEqual([1024, 512, 256, 128, 64]);
});
