import * as tf from '@tensorflow/tfjs';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Adam } from '../adam/adam';
import { disposeWasmKernels, type WasmEngine } from './engine';
import { activateInNode } from './prepareInNode';
import { residents } from './residents';

let engine: WasmEngine;
beforeAll(async () => {
  engine = await activateInNode();
});
afterAll(() => disposeWasmKernels());

function wasmBackend(): BackendWasm {
  const backend = tf.backend();
  if (backend instanceof BackendWasm) return backend;
  throw new TypeError('Not the WASM backend');
}

describe('residents', () => {
  it('agree with the tensors after updates, and are freed after them', async () => {
    const free = engine.heap.usedBytes;
    const variable = tf.variable(tf.tensor1d([1, 2, 3, 4, 5]));
    const adam = new Adam([variable], { clipNorm: 1 });
    for (let step = 0; step < 3; step++) {
      const gradient = tf.tensor1d([1, -1, 0.5, step, 2]);
      adam.applyGradients([gradient], 0.1);
      gradient.dispose();
      const at = residents.find(variable, engine);
      expect(at).toBeDefined();
      const copy = engine.heap.floats(at ?? 0, 5);
      expect(Array.from(copy)).toEqual(Array.from(await variable.data()));
    }
    expect(engine.heap.usedBytes).toBeGreaterThan(free);
    adam.dispose();
    variable.dispose();
    residents.reclaim(wasmBackend());
    expect(engine.heap.usedBytes).toBe(free);
  });

  it('leave a value that was kept before an update as it was', async () => {
    const variable = tf.variable(tf.tensor1d([1, 1]));
    const adam = new Adam([variable]);
    const gradient = tf.tensor1d([1, 1]);
    adam.applyGradients([gradient], 0.5);
    const kept = variable.clone();
    const before = Array.from(await kept.data());
    adam.applyGradients([gradient], 0.5);
    expect(residents.find(kept, engine)).toBeUndefined();
    expect(Array.from(await kept.data())).toEqual(before);
    tf.dispose([kept, gradient, variable]);
    adam.dispose();
  });
});
