/** What a benchmark asks of a contestant. Every worker puts one of these on its global scope. */
import { PITCH_FEATURES, pitchFeatures } from '../../src/model/melody/pitchFeatures';
import { KEYS } from '../../src/music/encoding/melody';
import { Random } from '../../src/music/random';

/** The network and the batch of one training step. */
export interface StepSize {
  /** LSTM units. */
  units: number;
  /** Units of the hidden dense layer. */
  hidden: number;
  batch: number;
  /** Time steps of an example. */
  time: number;
}

/** The step that the tables compare: the Classic preset as it stands. */
export const SEED_STEP: StepSize = { units: 256, hidden: 128, batch: 64, time: 32 };

export const DROPOUT = 0.3;
export const LEARNING_RATE = 0.001;

export type EngineName = 'wasm' | 'webgl' | 'cpu';

export interface Setup {
  engine: EngineName;
  /** Threads of our WASM kernels; tf.layers runs on one. */
  threads: number;
  size: StepSize;
  /**
   * Whether tf.layers draws the recurrent weights as it does by default: orthogonal, by thousands
   * of small operations. Else they are uniform. Ours are always orthogonal.
   */
  orthogonal?: boolean;
}

export interface Started {
  /** What the engine says it runs on. */
  adapter: string;
  threads: number;
}

/** What is held after a step, bytes. */
export interface Memory {
  /** Live tensors of tfjs. */
  tensors: number;
  tensorBytes: number;
  /** Textures on the graphics adapter: in use, and together with those kept to be used again. */
  adapterBytes: number;
  adapterPoolBytes: number;
  /** Held by our WASM module between steps, and the most within one. */
  heapBytes: number;
  heapPeakBytes: number;
  /** Size of our WASM module's memory, which never shrinks. */
  memoryBytes: number;
}

export interface Candidate {
  /** Starts the engine and builds the network; what was built before is disposed of. */
  start(setup: Setup): Promise<Started>;
  /** Takes training steps until every weight is updated. Returns the milliseconds of all. */
  steps(count: number): Promise<number>;
  /** Composes notes, each take so many. Returns the milliseconds of all. */
  notes(count: number, takes: number): Promise<number>;
}

/** Asked of our own engine only. */
export interface Insight {
  /** FLOP/s of the WASM module's micro-kernels at their best, over about `milliseconds`. */
  peak(milliseconds: number): number;
  memory(): Memory;
}

declare global {
  var candidate: Candidate;
  var insight: Insight;
}

/** Examples of random keys, the same for every contestant. */
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

/** Each key as the features that the network hears: `[keys, 8]`. */
export function heard(keys: ArrayLike<number>): Float32Array<ArrayBuffer> {
  const features = new Float32Array(keys.length * PITCH_FEATURES);
  for (let i = 0; i < keys.length; i++) {
    const at = keys[i] * PITCH_FEATURES;
    features.set(FEATURES.subarray(at, at + PITCH_FEATURES), i * PITCH_FEATURES);
  }
  return features;
}

/** The keys before the first composed one. */
export const OPENING: readonly number[] = Array.from({ length: 32 }, (_, i) => 30 + ((5 * i) % 24));
