/** Adam as in Keras, with clipping by the global norm and a state that can be stored. */
import * as tf from '@tensorflow/tfjs';
import { registerKernels } from '../registerKernels';
import { adamUpdate, sumOfSquares } from './adamUpdate';

export interface AdamSettings {
  beta1: number;
  beta2: number;
  epsilon: number;
  /** Largest norm of the gradient over all variables. Default: no clipping. */
  clipNorm?: number;
}

const DEFAULTS: AdamSettings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

/** Adam's state as plain data: the number of updates, and two running means per variable. */
export interface AdamState {
  step: number;
  moments: { mean: Float32Array<ArrayBuffer>; square: Float32Array<ArrayBuffer> }[];
}

/**
 * For each variable, with g the gradient and t counting updates from 1 (Kingma & Ba 2015, end of
 * section 2, the form with epsilon outside the bias correction):
 *
 *     m = beta1·m + (1 - beta1)·g;  v = beta2·v + (1 - beta2)·g²
 *     value -= learningRate · sqrt(1 - beta2^t) / (1 - beta1^t) · m / (sqrt(v) + epsilon)
 *
 * Owns two tensors per variable and one scalar until `dispose`.
 */
export class Adam {
  readonly #variables: readonly tf.Variable[];
  readonly #settings: AdamSettings;
  readonly #one = tf.keep(tf.scalar(1));
  #moments: { mean: tf.Tensor; square: tf.Tensor }[];
  #step = 0;

  constructor(variables: readonly tf.Variable[], settings: Partial<AdamSettings> = {}) {
    registerKernels();
    this.#variables = variables;
    this.#settings = { ...DEFAULTS, ...settings };
    this.#moments = variables.map(({ shape }) => ({
      mean: tf.keep(tf.zeros(shape)),
      square: tf.keep(tf.zeros(shape)),
    }));
  }

  /**
   * Applies one update. Gradients come in the order of the variables, or by name as from
   * `tf.variableGrads`; the caller disposes them.
   * @throws RangeError when one is missing.
   */
  applyGradients(gradients: tf.Tensor[] | tf.NamedTensorMap, learningRate: number): void {
    const list = this.#variables.map((variable, i) => {
      const gradient = Array.isArray(gradients) ? gradients[i] : gradients[variable.name];
      if (gradient === undefined) throw new RangeError(`Adam: no gradient for ${variable.name}`);
      return gradient;
    });
    this.#step++;
    const { beta1, beta2, epsilon } = this.#settings;
    const correction = Math.sqrt(1 - beta2 ** this.#step) / (1 - beta1 ** this.#step);
    const numbers = { rate: learningRate * correction, beta1, beta2, epsilon };
    tf.tidy(() => {
      const scale = this.#scale(list);
      this.#variables.forEach((variable, i) => {
        const { mean, square } = this.#moments[i];
        const tensors = { value: variable, mean, square, gradient: list[i], scale };
        const [newValue, newMean, newSquare] = adamUpdate(tensors, numbers);
        variable.assign(newValue);
        tf.dispose([mean, square]);
        this.#moments[i] = { mean: tf.keep(newMean), square: tf.keep(newSquare) };
      });
    });
  }

  /** Reads the state back from the device. */
  async getState(): Promise<AdamState> {
    const read = async (tensor: tf.Tensor): Promise<Float32Array<ArrayBuffer>> =>
      Float32Array.from(await tensor.data());
    const moments = this.#moments.map(async ({ mean, square }) => ({
      mean: await read(mean),
      square: await read(square),
    }));
    return { step: this.#step, moments: await Promise.all(moments) };
  }

  /** Continues from a stored state. @throws RangeError when it belongs to other variables. */
  setState(state: AdamState): void {
    const fits =
      state.moments.length === this.#variables.length &&
      this.#variables.every(({ size }, i) => {
        const { mean, square } = state.moments[i];
        return mean.length === size && square.length === size;
      });
    if (!fits) throw new RangeError('Adam: the stored state belongs to another network');
    this.#disposeMoments();
    this.#step = state.step;
    this.#moments = this.#variables.map(({ shape }, i) => ({
      mean: tf.keep(tf.tensor(state.moments[i].mean, shape)),
      square: tf.keep(tf.tensor(state.moments[i].square, shape)),
    }));
  }

  dispose(): void {
    this.#disposeMoments();
    this.#one.dispose();
  }

  #disposeMoments(): void {
    for (const { mean, square } of this.#moments) tf.dispose([mean, square]);
    this.#moments = [];
  }

  /** Factor that clips the gradients by their global norm, a scalar. */
  #scale(gradients: tf.Tensor[]): tf.Tensor {
    const { clipNorm } = this.#settings;
    if (clipNorm === undefined) return this.#one;
    const norm = tf.sqrt(tf.addN(gradients.map(sumOfSquares)));
    return tf.div(clipNorm, tf.maximum(norm, clipNorm));
  }
}
