/** The same network in tf.layers, trained and sampled with tfjs alone. */
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { PITCH_FEATURES } from '../../src/model/melody/pitchFeatures';
import { sample } from '../../src/model/sampling';
import { KEYS } from '../../src/music/encoding/melody';
import { Random } from '../../src/music/random';
import {
  DROPOUT,
  type EngineName,
  heard,
  LEARNING_RATE,
  OPENING,
  randomKeys,
  type StepSize,
} from './candidate';

interface Running {
  model: tf.Sequential;
  optimizer: tf.Optimizer;
  size: StepSize;
  /** `[batch, time, 8]` */
  inputs: Float32Array<ArrayBuffer>;
  targets: Int32Array<ArrayBuffer>;
}

let running: Running | undefined;

globalThis.candidate = {
  async start({ engine, size, orthogonal }) {
    running?.model.dispose();
    running?.optimizer.dispose();
    const adapter = await startEngine(engine);
    const keys = randomKeys(size, 1);
    running = {
      model: build(size, orthogonal ?? false),
      optimizer: tf.train.adam(LEARNING_RATE),
      size,
      inputs: heard(keys.inputs),
      targets: keys.targets,
    };
    return { adapter, threads: 1 };
  },

  async steps(count) {
    const { model, optimizer, size, inputs, targets } = started();
    const shape: [number, number, number] = [size.batch, size.time, PITCH_FEATURES];
    const began = performance.now();
    for (let step = 0; step < count; step++) {
      const { value, grads } = tf.variableGrads(() => {
        const scores = model.apply(tf.tensor3d(inputs, shape), { training: true });
        if (!(scores instanceof tf.Tensor)) throw new Error('The network must return one tensor.');
        const target = tf.oneHot(tf.tensor1d(targets, 'int32'), KEYS);
        return tf.losses.softmaxCrossEntropy(target, scores).asScalar();
      });
      optimizer.applyGradients(grads);
      tf.dispose(grads);
      const [loss] = await value.data();
      value.dispose();
      if (!Number.isFinite(loss)) throw new Error('The loss is no number.');
    }
    // A graphics adapter may still update the weights after the loss has been read.
    await model.getWeights().at(-1)?.data();
    return performance.now() - began;
  },

  async notes(count, takes) {
    const { model, size } = started();
    const random = Array.from({ length: takes }, (_, take) => Random.fromSeed(take + 1));
    const keys = random.map(() => [...OPENING]);
    const shape: [number, number, number] = [takes, size.time, PITCH_FEATURES];
    const began = performance.now();
    for (let note = 0; note < count; note++) {
      const window = keys.flatMap((take) => take.slice(-size.time));
      const scores = tf.tidy(() => model.predict(tf.tensor3d(heard(window), shape)));
      if (!(scores instanceof tf.Tensor)) throw new Error('The network must return one tensor.');
      const values = Float32Array.from(await scores.data());
      scores.dispose();
      keys.forEach((take, i) => {
        const own = values.subarray(i * KEYS, (i + 1) * KEYS);
        take.push(sample(own, { temperature: 1, topP: 0.95 }, random[i]));
      });
    }
    return performance.now() - began;
  },
};

postMessage('ready');

function started(): Running {
  if (!running) throw new Error('start() comes first.');
  return running;
}

async function startEngine(engine: EngineName): Promise<string> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
  if (!(await tf.setBackend(engine))) throw new Error(`tfjs could not start ${engine}.`);
  await tf.ready();
  return `tfjs ${tf.version.tfjs}`;
}

/** Returns logits; the softmax is part of the loss and of the sampling. */
function build({ units, hidden, time }: StepSize, orthogonal: boolean): tf.Sequential {
  return tf.sequential({
    layers: [
      tf.layers.lstm({
        units,
        inputShape: [time, PITCH_FEATURES],
        recurrentInitializer: orthogonal ? 'orthogonal' : 'glorotUniform',
      }),
      tf.layers.dropout({ rate: DROPOUT }),
      tf.layers.dense({ units: hidden, activation: 'relu' }),
      tf.layers.dense({ units: KEYS }),
    ],
  });
}
