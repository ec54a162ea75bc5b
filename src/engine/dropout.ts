/** Dropout with masks from a seeded generator, so that a run can be repeated and resumed. */
import * as tf from '@tensorflow/tfjs';
import type { Random } from '../music/random';

/** Inverted dropout (Srivastava et al. 2014): 0 with probability `rate`, else x / (1 - rate). */
export class SeededDropout extends tf.layers.Layer {
  static className = 'Dropout';

  readonly rate: number;
  /** Source of the masks, set before each step. Default: no dropout. */
  random: Random | undefined;

  constructor(config: { name: string; rate: number }) {
    super({ name: config.name });
    this.rate = config.rate;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    const { random } = this;
    if (!random || this.rate === 0) return input;
    // A sequence keeps one mask for all its steps (Gal and Ghahramani 2016).
    const shape = input.shape.map((side, axis) => (input.rank === 3 && axis === 1 ? 1 : side));
    return tf.tidy(() => tf.mul(input, tf.tensor(this.#mask(sizeOf(shape), random), shape)));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), rate: this.rate };
  }

  #mask(size: number, random: Random): Float32Array {
    const kept = 1 / (1 - this.rate);
    const mask = new Float32Array(size);
    for (let i = 0; i < size; i++) mask[i] = random.next() < this.rate ? 0 : kept;
    return mask;
  }
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
