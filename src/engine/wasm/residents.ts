/**
 * Tensors that stay in the module's memory beside tfjs's copy, so that kernels need not copy them in
 * again: the weights, and the running means of Adam. A tensor never changes, so the copies agree.
 */
import type { DataId, TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { WasmEngine } from './engine';

class Residents {
  readonly #places = new Map<DataId, { at: number; engine: WasmEngine }>();

  /** Address of the tensor's copy in the module's memory; undefined if there is none. */
  find({ dataId }: TensorInfo, engine: WasmEngine): number | undefined {
    const place = this.#places.get(dataId);
    return place?.engine === engine ? place.at : undefined;
  }

  /** Keeps the memory at the address, allocated by the engine's heap, for the tensor's lifetime. */
  keep({ dataId }: TensorInfo, at: number, engine: WasmEngine): void {
    this.#places.set(dataId, { at, engine });
  }

  /** Gives up the tensor's copy, whose memory then belongs to the caller. */
  take(info: TensorInfo, engine: WasmEngine): number | undefined {
    const at = this.find(info, engine);
    if (at !== undefined) this.#places.delete(info.dataId);
    return at;
  }

  /** Frees the copies of tensors that no longer exist. */
  reclaim(backend: BackendWasm): void {
    for (const [dataId, { at, engine }] of this.#places) {
      if (backend.dataIdMap.has(dataId) && !engine.disposed) continue;
      this.#places.delete(dataId);
      if (!engine.disposed) engine.heap.free(at);
    }
  }
}

export const residents = new Residents();
