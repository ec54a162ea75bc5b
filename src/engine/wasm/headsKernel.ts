/**
 * The heads' kernel for tfjs's 'wasm' backend. In training the forward pass computes the gradients
 * too; the backward pass only sums the threads' parts and scales them.
 */
import type * as tf from '@tensorflow/tfjs';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  type HeadsAttributes,
  type HeadsKernel,
  type HeadsTensors,
  headsSizeOf,
} from '../heads/contract';
import { type WasmEngine, wasmEngine } from './engine';
import { Exchange, elements } from './exchange';
import { type HeadsPlan, planHeads, SHARE_STRIDE } from './headsPlan';
import { Arena } from './heap';
import { SavedSlots } from './savedSlots';

const slots = new SavedSlots<HeadsPlan>();

function run(
  engine: WasmEngine,
  phase: 'packHeads' | 'passHeads' | 'reduceHeads',
  plan: HeadsPlan,
): void {
  engine.run(phase, plan.call.at, plan.shares[0].addressOf('progress'), SHARE_STRIDE);
}

/** Rows of a weight other than 0. */
function countedRows(weights: ArrayLike<number>): Int32Array {
  const rows = new Int32Array(weights.length);
  let count = 0;
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] !== 0) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/**
 * Passes all rows through all heads.
 * @param cotangent of each head's loss
 * @param saved owner of the memory that `reduce` reads
 */
function pass(
  exchange: Exchange,
  engine: WasmEngine,
  backend: BackendWasm,
  inputs: HeadsTensors,
  attributes: HeadsAttributes,
  cotangent: (head: number) => number,
  saved: Arena,
): HeadsPlan {
  const { heap, threads } = engine;
  const { training } = attributes;
  const passing = new Arena(heap);
  try {
    const size = headsSizeOf(inputs, attributes);
    const counted = countedRows(backend.typedArrayFromHeap(inputs.weights));
    const hidden = inputs.heads.map(({ bias }) => bias.shape[0]);
    const use = { counted: counted.length, threads, training };
    const plan = planHeads(heap, size, hidden, use, saved, passing);
    const rowsAt = passing.allocate(4 * counted.length);
    heap.integers(rowsAt, counted.length).set(counted);
    plan.call.set({
      stateAt: exchange.copyIn(inputs.state, passing),
      columnsAt: exchange.copyIn(inputs.columns, passing),
      rowWeightsAt: exchange.copyIn(inputs.weights, passing),
      rowsAt,
    });
    plan.heads.forEach((head, h) => {
      const weights = inputs.heads[h];
      head.set({
        kernelAt: exchange.weightsIn(weights.kernel, passing),
        embeddingAt: weights.embedding ? exchange.weightsIn(weights.embedding, passing) : 0,
        biasAt: exchange.weightsIn(weights.bias, passing),
        outputKernelAt: exchange.weightsIn(weights.outputKernel, passing),
        outputBiasAt: exchange.weightsIn(weights.outputBias, passing),
      });
      head.setFloat('cotangent', cotangent(h));
    });
    // Rows of weight 0 are skipped, and have no cotangent.
    if (training && counted.length < size.rows) {
      heap.floats(plan.call.get('dStateAt'), size.rows * size.units).fill(0);
    }
    run(engine, 'packHeads', plan);
    run(engine, 'passHeads', plan);
    return plan;
  } finally {
    passing.free();
  }
}

function lossesOf({ heap }: WasmEngine, { heads, shares }: HeadsPlan): Float32Array {
  const sums = new Float64Array(heads.length);
  for (const share of shares) {
    const at = share.get('lossesAt');
    const own = new Float64Array(heap.floats(at, 2 * heads.length).buffer, at, heads.length);
    own.forEach((loss, h) => {
      sums[h] += loss;
    });
  }
  return Float32Array.from(sums);
}

/** Sums the threads' gradients, times `scale`, into tensors. */
function reduce(
  exchange: Exchange,
  engine: WasmEngine,
  plan: HeadsPlan,
  inputs: HeadsTensors,
  scale: number,
): ReturnType<HeadsKernel['backward']> {
  const arena = new Arena(engine.heap);
  const gradient = (info: tf.TensorInfo): number => arena.allocate(4 * elements(info.shape));
  try {
    plan.call.setFloat('scale', scale);
    const addresses = inputs.heads.map((weights, h) => {
      const places = {
        dKernelAt: gradient(weights.kernel),
        dEmbeddingAt: weights.embedding ? gradient(weights.embedding) : 0,
        dBiasAt: gradient(weights.bias),
        dOutputKernelAt: gradient(weights.outputKernel),
        dOutputBiasAt: gradient(weights.outputBias),
      };
      plan.heads[h].set(places);
      return places;
    });
    run(engine, 'reduceHeads', plan);
    return {
      state: exchange.copyOut(plan.call.get('dStateAt'), inputs.state.shape),
      heads: inputs.heads.map(({ kernel, embedding, bias, outputKernel, outputBias }, h) => {
        const { dKernelAt, dEmbeddingAt, dBiasAt, dOutputKernelAt, dOutputBiasAt } = addresses[h];
        return {
          kernel: exchange.copyOut(dKernelAt, kernel.shape),
          embedding: embedding && exchange.copyOut(dEmbeddingAt, embedding.shape),
          bias: exchange.copyOut(dBiasAt, bias.shape),
          outputKernel: exchange.copyOut(dOutputKernelAt, outputKernel.shape),
          outputBias: exchange.copyOut(dOutputBiasAt, outputBias.shape),
        };
      }),
    };
  } finally {
    arena.free();
  }
}

export const wasmHeads: HeadsKernel<BackendWasm> = {
  backendName: 'wasm',

  narrow(backend) {
    if (backend instanceof BackendWasm) return backend;
    throw new TypeError("Not tfjs's WASM backend");
  },

  forward(inputs, attributes, backend) {
    slots.reclaim();
    const engine = wasmEngine();
    const exchange = new Exchange(engine, backend);
    const saved = new Arena(engine.heap);
    let kept = false;
    try {
      // Cotangents are 1 until they are known: gradients are linear in them.
      const plan = pass(exchange, engine, backend, inputs, attributes, () => 1, saved);
      const losses = backend.makeOutput([plan.heads.length], 'float32');
      backend.typedArrayFromHeap(losses).set(lossesOf(engine, plan));
      if (!attributes.training) return { losses, saved: exchange.empty() };
      const handle = slots.save(engine, saved, plan);
      kept = true;
      return { losses, saved: exchange.scalarOut(handle, [1], 'int32') };
    } finally {
      if (!kept) saved.free();
    }
  },

  backward(inputs, attributes, backend) {
    const engine = wasmEngine();
    const exchange = new Exchange(engine, backend);
    const plan = slots.find(exchange.scalarIn(inputs.saved));
    const cotangents = backend.typedArrayFromHeap(inputs.dLosses).slice();
    const [first] = cotangents;
    if (cotangents.every((cotangent) => cotangent === first)) {
      return reduce(exchange, engine, plan, inputs, first);
    }
    // The state's cotangent is already summed over the heads: weighing them takes a new pass.
    const arena = new Arena(engine.heap);
    try {
      const weigh = (head: number): number => cotangents[head];
      const weighed = pass(exchange, engine, backend, inputs, attributes, weigh, arena);
      return reduce(exchange, engine, weighed, inputs, 1);
    } finally {
      arena.free();
    }
  },
};
