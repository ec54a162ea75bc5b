/** Conversion between a live network's weights and plain data. */
import * as tf from '@tensorflow/tfjs';
import { t } from '../texts/t';
import type { Network } from './network';
import type { NamedWeight } from './weightValues';

/** Copy of a tensor's values. */
async function fromTensor(name: string, tensor: tf.Tensor): Promise<NamedWeight> {
  return { name, shape: [...tensor.shape], values: Float32Array.from(await tensor.data()) };
}

/** A tensor that the caller disposes. */
function toTensor({ values, shape }: NamedWeight): tf.Tensor {
  return tf.tensor(values, shape);
}

/** Copy of the network's weights, in its own order. */
export function saveWeights(network: Network): Promise<NamedWeight[]> {
  return Promise.all(network.variables().map(({ name, variable }) => fromTensor(name, variable)));
}

/**
 * Loads saved weights into a network.
 * @throws {Error} with a plain sentence if they belong to another network
 */
export function loadWeights(network: Network, weights: readonly NamedWeight[]): void {
  const variables = network.variables();
  const fits =
    weights.length === variables.length &&
    variables.every(
      ({ name, variable }, i) =>
        weights[i].name === name && weights[i].shape.join() === variable.shape.join(),
    );
  if (!fits) throw new Error(t('models.otherShape'));
  variables.forEach(({ variable }, i) => {
    const tensor = toTensor(weights[i]);
    variable.assign(tensor);
    tensor.dispose();
  });
}
