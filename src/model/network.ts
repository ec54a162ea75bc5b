/** Contract between the training loop and a network. */
import * as tf from '@tensorflow/tfjs';
import type { Random } from '../music/random';
import type { Batch } from './batch';
import type { ModelSummary } from './modelSummary';

export interface NamedVariable {
  /** Layer and weight as Keras names them, e.g. `lstm/recurrent_kernel`. */
  name: string;
  variable: tf.Variable;
}

export interface Network {
  summary(): ModelSummary;
  /** In a fixed order; valid until `dispose`. */
  variables(): NamedVariable[];
  /**
   * The batch's weighted cross-entropy of each predicted column, summed over the rows, in nats:
   * `[predicted columns]`. The caller disposes it.
   * @param dropout random numbers of the dropout masks. Default: no dropout (evaluation).
   */
  losses(batch: Batch, dropout?: Random): tf.Tensor1D;
  dispose(): void;
}

/** The layers' weights, in the layers' order. */
export function layerVariables(layers: readonly tf.layers.Layer[]): NamedVariable[] {
  return layers.flatMap((layer) =>
    layer.weights.map((weight) => {
      const variable = weight.read();
      if (!(variable instanceof tf.Variable)) throw new Error(`${weight.name} is not a variable.`);
      // A layer that was never applied has no name prefix on its weights.
      const weightName = weight.originalName.slice(weight.originalName.lastIndexOf('/') + 1);
      return { name: `${layer.name}/${weightName}`, variable };
    }),
  );
}
