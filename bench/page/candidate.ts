/** Contract of a benchmark candidate. Every worker puts one of these on its global scope. */
import { PITCH_FEATURES, pitchFeatures } from '../../src/model/melody/pitchFeatures';
import { KEYS } from '../../src/music/encoding/melody';
import { Random } from '../../src/music/random';

/** Network and batch of one training step. */
export interface StepSize {
  /** LSTM units. */
  units: number;
  /** Units of the hidden dense layer. */
  hidden: number;
  batch: number;
  /** Time steps of an example. */
  time: number;
}

/** The step in the tables: the Classic preset with its defaults. */
export const SEED_STEP: StepSize = { units: 256, hidden: 128, batch: 64, time: 32 };

export const DROPOUT = 0.3;
export const LEARNING_RATE = 0.001;

export type EngineName = 'wasm' | 'webgl' | 'cpu';

export interface Setup {
  engine: EngineName;
  /** Threads of our WASM kernels; tf.layers has one. */
  threads: number;
  size: StepSize;
  /**
   * Whether tf.layers draws the recurrent weights as by default: orthogonal, by thousands of small
   * operations. Otherwise they are uniform. Ours are always orthogonal.
   */
  orthogonal?: boolean;
}

export interface Started {
  /** The engine's description of its device. */
  adapter: string;
  threads: number;
}

/** Memory after a step, bytes. */
export interface Memory {
  /** Live tensors of tfjs. */
  tensors: number;
  tensorBytes: number;
  /** Textures on the graphics adapter: in use, and in all, including those kept for reuse. */
  adapterBytes: number;
  adapterPoolBytes: number;
  /** Allocated by our WASM module between steps, and at most within one. */
  heapBytes: number;
  heapPeakBytes: number;
  /** Size of our WASM module's memory, which never shrinks. */
  memoryBytes: number;
}

export interface Candidate {
  /** Starts the engine and builds the network; disposes the previous one. */
  start(setup: Setup): Promise<Started>;
  /** Takes training steps until every weight is updated. Returns their total milliseconds. */
  steps(count: number): Promise<number>;
  /** Composes `count` notes per take. Returns their total milliseconds. */
  notes(count: number, takes: number): Promise<number>;
}

/** Measurements of our own engine only. */
export interface Insight {
  /** Peak FLOP/s of the WASM module's micro-kernels, measured for about `milliseconds`. */
  peak(milliseconds: number): number;
  memory(): Memory;
}

declare global {
  var candidate: Candidate;
  var insight: Insight;
}

/** Examples of random keys, the same for every candidate. */
export function randomKeys(
  { batch, time }: StepSize,
  seed: number,
): {
  inputs: Int32Array<ArrayBuffer>;
  targets: Int32Array<ArrayBuffer>;
} {
  const random = Random.fromSeed(seed);
  return {
    inputs: Int32Array.from({ length: batch * time }, () => random.below(KEYS)),
    targets: Int32Array.from({ length: batch }, () => random.below(KEYS)),
  };
}

const FEATURES = pitchFeatures();

/** Input features of each key: `[keys, 8]`. */
export function heard(keys: ArrayLike<number>): Float32Array<ArrayBuffer> {
  const features = new Float32Array(keys.length * PITCH_FEATURES);
  for (let i = 0; i < keys.length; i++) {
    const at = keys[i] * PITCH_FEATURES;
    features.set(FEATURES.subarray(at, at + PITCH_FEATURES), i * PITCH_FEATURES);
  }
  return features;
}

/** Prompt keys before the first composed one. */
export const OPENING: readonly number[] = Array.from({ length: 32 }, (_, i) => 30 + ((5 * i) % 24));
