/** Etude's own network, optimizer and composer, as its worker runs them. */
import * as tf from '@tensorflow/tfjs';
import { Adam } from '../../src/engine/adam/adam';
import { startBackend } from '../../src/engine/backend/backend';
import { fastestKernels } from '../../src/engine/composingKernels';
import { prepareWasmKernels, type WasmEngine } from '../../src/engine/wasm/engine';
import type { Batch } from '../../src/model/batch';
import { buildNetwork } from '../../src/model/buildNetwork';
import type { Composer } from '../../src/model/composer';
import { createComposer } from '../../src/model/createComposer';
import type { Network } from '../../src/model/network';
import { type Preset, presets } from '../../src/model/preset';
import { saveWeights } from '../../src/model/weights';
import { Random } from '../../src/music/random';
import { DROPOUT, LEARNING_RATE, OPENING, randomKeys, type StepSize } from './candidate';
import { HeapWatch } from './heapWatch';
import { peakOf } from './peak';

interface Running {
  network: Network;
  optimizer: Adam;
  batch: Batch;
  size: StepSize;
  preset: Preset;
}

let running: Running | undefined;
let composer: Composer | undefined;
let engine: WasmEngine | undefined;
let heapWatch: HeapWatch | undefined;
const dropout = Random.fromSeed(5);

globalThis.candidate = {
  async start({ engine: backend, threads, size }) {
    running?.network.dispose();
    running?.optimizer.dispose();
    composer = undefined;
    const facts = await startBackend(backend);
    if (backend === 'wasm') {
      engine = await prepareWasmKernels({ threads });
      heapWatch = new HeapWatch(engine.heap);
    }
    running = build(size);
    return { adapter: facts.adapter, threads: engine?.threads ?? facts.threads };
  },

  async steps(count) {
    const { network, optimizer, batch } = started();
    const variables = network.variables().map(({ variable }) => variable);
    const meanLoss = (): tf.Scalar => tf.sum(network.losses(batch, dropout)).div(batch.size);
    const began = performance.now();
    for (let step = 0; step < count; step++) {
      const { value, grads } = tf.variableGrads(meanLoss, variables);
      optimizer.applyGradients(grads, LEARNING_RATE);
      tf.dispose(grads);
      const [loss] = await value.data();
      value.dispose();
      if (!Number.isFinite(loss)) throw new Error('The loss is no number.');
    }
    // A graphics adapter may still update the weights after the loss has been read.
    await variables[variables.length - 1].data();
    return performance.now() - began;
  },

  async notes(count, takes) {
    composer ??= await openComposer(started());
    let began = 0;
    let columns = 0;
    for (const _ of composer.compose({
      prompt: { width: 1, data: Int16Array.from(OPENING) },
      length: count,
      temperature: 1,
      rhythmTemperature: 1,
      topP: 0.95,
      timeSignature: { tick: 0, numerator: 4, denominator: 4 },
      random: Array.from({ length: takes }, (_, take) => Random.fromSeed(take + 1)),
    })) {
      columns++;
      if (columns === OPENING.length) began = performance.now();
    }
    return performance.now() - began;
  },
};

/** Further memory figures of tfjs's WebGL backend, bytes; other backends have no textures. */
type AdapterLevel = 'numBytesInGPU' | 'numBytesInGPUAllocated';

globalThis.insight = {
  peak(milliseconds) {
    if (!engine) throw new Error('Only the WASM engine has micro-kernels.');
    return peakOf(engine, milliseconds);
  },

  memory() {
    const levels: tf.MemoryInfo & Partial<Record<AdapterLevel, number>> = tf.memory();
    return {
      tensors: levels.numTensors,
      tensorBytes: levels.numBytes,
      adapterBytes: levels.numBytesInGPU ?? 0,
      adapterPoolBytes: levels.numBytesInGPUAllocated ?? 0,
      heapBytes: engine?.heap.usedBytes ?? 0,
      heapPeakBytes: heapWatch?.peakBytes ?? 0,
      memoryBytes: engine?.heap.floats(0, 1).buffer.byteLength ?? 0,
    };
  },
};

postMessage('ready');

function started(): Running {
  if (!running) throw new Error('start() comes first.');
  return running;
}

function build(size: StepSize): Running {
  const preset: Preset = {
    ...presets.seed,
    architecture: { kind: 'melody', units: size.units, hidden: size.hidden },
  };
  const settings = { ...preset.defaults, sequenceLength: size.time, dropout: DROPOUT };
  const network = buildNetwork(preset, settings);
  return {
    network,
    optimizer: new Adam(network.variables().map(({ variable }) => variable)),
    batch: {
      ...randomKeys(size, 1),
      size: size.batch,
      time: size.time,
      weights: new Float32Array(size.batch).fill(1),
    },
    size,
    preset,
  };
}

async function openComposer({ network, preset, size }: Running): Promise<Composer> {
  const weights = await saveWeights(network);
  return createComposer(preset, weights, size.time, await fastestKernels());
}
