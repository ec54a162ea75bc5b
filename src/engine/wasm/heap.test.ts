import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Arena, Heap } from './heap';

const createHeap = (pages = 1, maximum = 64): Heap =>
  new Heap(new WebAssembly.Memory({ initial: pages, maximum }), 100);

test('ranges never overlap, are aligned, and are all freed', () => {
  const operations = fc.array(fc.record({ bytes: fc.nat(200_000), free: fc.nat(20) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(operations, (steps) => {
      const heap = createHeap();
      const held: { at: number; bytes: number }[] = [];
      for (const { bytes, free } of steps) {
        if (free < held.length) {
          heap.free(held[free].at);
          held.splice(free, 1);
        } else if (heap.usedBytes < 3_000_000) {
          const at = heap.allocate(bytes);
          expect(at % 64).toBe(0);
          expect(at).toBeGreaterThanOrEqual(100);
          for (const other of held) {
            expect(at + bytes <= other.at || other.at + other.bytes <= at).toBe(true);
          }
          held.push({ at, bytes });
        }
      }
      for (const { at } of held) heap.free(at);
      expect(heap.usedBytes).toBe(0);
    }),
  );
});

test('freed ranges are joined and reused', () => {
  const heap = createHeap();
  const first = heap.allocate(10_000);
  const second = heap.allocate(10_000);
  const third = heap.allocate(10_000);
  heap.free(first);
  heap.free(third);
  heap.free(second);
  expect(heap.allocate(30_000)).toBe(first);
});

test('reports how much memory was needed', () => {
  expect(() => createHeap(1, 2).allocate(10_000_000)).toThrow(/10 MB/);
});

test('an address is freed once', () => {
  const heap = createHeap();
  const at = heap.allocate(8);
  heap.free(at);
  expect(() => heap.free(at)).toThrow(RangeError);
});

test('an arena frees all its ranges', () => {
  const heap = createHeap();
  const arena = new Arena(heap);
  arena.allocate(100);
  arena.allocate(5000);
  arena.free();
  expect(heap.usedBytes).toBe(0);
});
