/** Peak allocation of a heap. */
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
