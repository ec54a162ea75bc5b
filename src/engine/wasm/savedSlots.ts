/**
 * Activations that forward passes keep in the module's memory for their backward passes. Only a
 * handle passes through tfjs.
 */
import * as tf from '@tensorflow/tfjs';
import { type WasmEngine, wasmEngine } from './engine';
import type { Arena } from './heap';

interface Slot<T> {
  tape: object | null;
  engine: WasmEngine;
  arena: Arena;
  contents: T;
}

/** tfjs's record of the ops to differentiate; it is replaced when their gradients are taken. */
function currentTape(): object | null {
  return tf.engine().state.activeTape;
}

export class SavedSlots<T> {
  readonly #slots = new Map<number, Slot<T>>();
  #latestHandle = 0;

  /** Keeps the arena's memory for the lifetime of the current tape. @returns a handle */
  save(engine: WasmEngine, arena: Arena, contents: T): number {
    this.#slots.set(++this.#latestHandle, { tape: currentTape(), engine, arena, contents });
    return this.#latestHandle;
  }

  /** @throws Error when the engine that saved it has ended. */
  find(handle: number): T {
    const slot = this.#slots.get(handle);
    if (slot !== undefined && slot.engine === wasmEngine()) return slot.contents;
    throw new Error(
      'The WASM kernels were restarted between the forward and the backward pass: repeat the step',
    );
  }

  /**
   * Frees the data of tapes that have ended, whether a gradient was taken or not. The lifetime of
   * the handle's tensor is no guide, since tfjs copies saved tensors.
   */
  reclaim(): void {
    const tape = currentTape();
    for (const [handle, slot] of this.#slots) {
      if (slot.tape === tape && !slot.engine.disposed) continue;
      this.#slots.delete(handle);
      slot.arena.free();
    }
  }
}
