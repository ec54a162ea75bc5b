/**
 * What forward passes leave in the module's memory for their backward passes. Only a handle goes
 * through tfjs.
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

  /** Keeps the arena's memory for as long as the tape that is recorded now. @returns a handle */
  save(engine: WasmEngine, arena: Arena, contents: T): number {
    this.#slots.set(++this.#latestHandle, { tape: currentTape(), engine, arena, contents });
    return this.#latestHandle;
  }

  /** @throws Error when the engine that saved it has been ended since. */
  find(handle: number): T {
    const slot = this.#slots.get(handle);
    if (slot !== undefined && slot.engine === wasmEngine()) return slot.contents;
    throw new Error(
      'The WASM kernels were restarted between the forward and the backward pass: repeat the step',
    );
  }

  /**
   * Frees what no gradient can ask for any more, whether one was taken or not. tfjs copies saved
   * tensors, so the life of the handle's tensor says nothing; that of its tape does.
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
