/** Copies tensors between the memory of tfjs's WASM backend and the module's own. */
import type * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { WasmEngine } from './engine';
import type { Arena } from './heap';
import { residents } from './residents';

export class Exchange {
  readonly #engine: WasmEngine;
  readonly #backend: BackendWasm;

  constructor(engine: WasmEngine, backend: BackendWasm) {
    this.#engine = engine;
    this.#backend = backend;
  }

  /** Address of the tensor's numbers, which the kernel may not change. */
  weightsIn(info: tf.TensorInfo, arena: Arena): number {
    return residents.find(info, this.#engine) ?? this.copyIn(info, arena);
  }

  /** Address of a copy of the tensor, with zeros up to the next whole vector. */
  copyIn(info: tf.TensorInfo, arena: Pick<Arena, 'allocate'>): number {
    const values = this.#backend.typedArrayFromHeap(info);
    const padded = Math.ceil(values.length / 4) * 4;
    const at = arena.allocate(4 * padded);
    const { heap } = this.#engine;
    const target =
      values instanceof Int32Array ? heap.integers(at, padded) : heap.floats(at, padded);
    target.set(values);
    target.fill(0, values.length);
    return at;
  }

  /** A float32 tensor of the numbers at the address. */
  copyOut(at: number, shape: number[]): tf.TensorInfo {
    const info = this.#backend.makeOutput(shape, 'float32');
    const values = this.#backend.typedArrayFromHeap(info);
    values.set(this.#engine.heap.floats(at, values.length));
    return info;
  }

  scalarIn(info: tf.TensorInfo): number {
    return this.#backend.typedArrayFromHeap(info)[0];
  }

  scalarOut(value: number, shape: number[], dtype: 'float32' | 'int32'): tf.TensorInfo {
    const info = this.#backend.makeOutput(shape, dtype);
    this.#backend.typedArrayFromHeap(info)[0] = value;
    return info;
  }

  empty(): tf.TensorInfo {
    return this.#backend.makeOutput([0], 'float32');
  }
}

/** Numbers in a tensor of this shape. */
export function elements(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
