/** Adam (Kingma and Ba 2015) over a network's variables, with a state that checkpoints hold. */
import * as tf from '@tensorflow/tfjs';
import type { NamedVariable } from '../model/network';
import { fromTensor, toTensor } from '../model/weights';
import type { NamedWeight } from '../model/weightValues';

export class Adam {
  readonly #adam: tf.AdamOptimizer;

  constructor(learningRate: number) {
    this.#adam = tf.train.adam(learningRate, 0.9, 0.999, 1e-7);
  }

  /**
   * One step down the gradient of `loss`.
   * @returns the loss before the step; the caller disposes it
   */
  minimize(variables: readonly NamedVariable[], loss: () => tf.Scalar): tf.Scalar {
    const { value, grads } = tf.variableGrads(
      loss,
      variables.map(({ variable }) => variable),
    );
    this.#adam.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
    tf.dispose(grads);
    return value;
  }

  /** The slots as plain data, in the optimizer's own order. */
  async state(): Promise<NamedWeight[]> {
    const slots = await this.#adam.getWeights();
    const state = await Promise.all(slots.map(({ name, tensor }) => fromTensor(name, tensor)));
    // The count of steps comes as a tensor made for the occasion; the others are the live slots.
    slots[0].tensor.dispose();
    return state;
  }

  async restore(state: readonly NamedWeight[]): Promise<void> {
    const slots = state.map((slot) => ({ name: slot.name, tensor: toTensor(slot) }));
    await this.#adam.setWeights(slots);
    for (const { tensor } of slots) tensor.dispose();
  }

  dispose(): void {
    this.#adam.dispose();
  }
}
