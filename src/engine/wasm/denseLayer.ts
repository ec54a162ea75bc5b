/** The dense layer for one vector on the WASM micro-kernels; its kernel is packed once. */
import type { DenseLayer, DenseWeights } from '../dense/denseLayer';
import type { WasmEngine } from './engine';
import { Arena } from './heap';
import { padded, panelsFor, ROW_BYTES } from './panels';

/**
 * A layer in the WASM module's memory, freed when the layer is garbage-collected. The weights are
 * copied: later changes have no effect.
 */
export function createWasmDense(engine: WasmEngine, { kernel, bias }: DenseWeights): DenseLayer {
  const { heap, exports } = engine;
  const outputs = bias.length;
  const inputs = kernel.length / outputs;
  if (!Number.isInteger(inputs)) {
    throw new RangeError(`Dense layer: ${kernel.length} weights do not fit ${outputs} outputs`);
  }
  const memory = new Arena(heap);
  const passing = new Arena(heap);
  const kernelAt = passing.allocate(4 * kernel.length);
  heap.floats(kernelAt, kernel.length).set(kernel);
  const panelsAt = memory.allocate(panelsFor(outputs) * inputs * ROW_BYTES);
  exports.packDense(panelsAt, kernelAt, inputs, outputs);
  passing.free();
  const biasAt = memory.allocate(4 * padded(outputs));
  heap.floats(biasAt, padded(outputs)).fill(0);
  heap.floats(biasAt, outputs).set(bias);
  const inputAt = memory.allocate(4 * padded(inputs));
  const outputAt = memory.allocate(4 * padded(outputs));
  const layer: DenseLayer = (input) => {
    heap.floats(inputAt, inputs).set(input);
    exports.dense(outputAt, biasAt, inputAt, panelsAt, inputs, outputs);
    return Float32Array.from(heap.floats(outputAt, outputs));
  };
  forgotten.register(layer, memory);
  return layer;
}

const forgotten = new FinalizationRegistry<Arena>((memory) => memory.free());
