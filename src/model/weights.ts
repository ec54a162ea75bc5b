/** Between a live network's weights and plain data. */
import * as tf from '@tensorflow/tfjs';
import type { Network } from './network';
import type { NamedWeight } from './weightValues';

/** Copies a tensor's values out. */
async function fromTensor(name: string, tensor: tf.Tensor): Promise<NamedWeight> {
  return { name, shape: [...tensor.shape], values: Float32Array.from(await tensor.data()) };
}

/** The caller disposes the tensor. */
function toTensor({ values, shape }: NamedWeight): tf.Tensor {
  return tf.tensor(values, shape);
}

/** Copies the network's weights out, in its own order. */
export function saveWeights(network: Network): Promise<NamedWeight[]> {
  return Promise.all(network.variables().map(({ name, variable }) => fromTensor(name, variable)));
}

/**
 * Puts saved weights into a network.
 * @throws {Error} with a plain sentence where they belong to another network
 */
export function loadWeights(network: Network, weights: readonly NamedWeight[]): void {
  const variables = network.variables();
  const fits =
    weights.length === variables.length &&
    variables.every(
      ({ name, variable }, i) =>
        weights[i].name === name && weights[i].shape.join() === variable.shape.join(),
    );
  if (!fits) throw new Error('These weights belong to a network of another shape.');
  variables.forEach(({ variable }, i) => {
    const tensor = toTensor(weights[i]);
    variable.assign(tensor);
    tensor.dispose();
  });
}
