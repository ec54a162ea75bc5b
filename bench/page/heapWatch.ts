/** Remembers the most that was ever handed out of a heap at one time. */
import type { Heap } from '../../src/engine/wasm/heap';

export class HeapWatch {
  peakBytes: number;

  constructor(heap: Heap) {
    this.peakBytes = heap.usedBytes;
    const allocate = heap.allocate.bind(heap);
    heap.allocate = (bytes) => {
      const at = allocate(bytes);
      this.peakBytes = Math.max(this.peakBytes, heap.usedBytes);
      return at;
    };
  }
}
