/** The op: a chain of softmax heads, differentiable, on the active tfjs backend. */

import * as tf from '@tensorflow/tfjs';
import { prefixSums } from '../../lib/prefixSums';
import { registerKernels } from '../registerKernels';
import { headsByOps } from './composite';
import { asInputs, type HeadsTensors, listWeights, SOFTMAX_HEADS } from './contract';
import type { HeadsSize } from './reference';

export interface SoftmaxHeadsArguments
  extends HeadsTensors<tf.Tensor>,
    Pick<HeadsSize, 'columnClasses' | 'predicted'> {}

/**
 * The weighted cross-entropy of each predicted column, summed over the rows, in nats: `[heads]`.
 * Each head is given the state and the columns before its own. Gradients reach the state and all
 * heads' weights, not the rows' weights. The caller disposes the result.
 *
 * @throws RangeError when shapes or dtypes do not fit together.
 */
export function softmaxHeads(args: SoftmaxHeadsArguments): tf.Tensor1D {
  registerKernels();
  checkShapes(args);
  const { state, columns, weights, heads, columnClasses, predicted } = args;
  if (tf.getKernel(SOFTMAX_HEADS, tf.getBackend()) === undefined) return headsByOps(args, args);
  const engine = tf.engine();
  return tf.tidy(() => {
    const [losses] = engine.runKernel<[tf.Tensor1D, tf.Tensor]>(
      SOFTMAX_HEADS,
      asInputs([state, columns, weights, ...heads.flatMap(listWeights)]),
      { columnClasses: [...columnClasses], predicted: [...predicted], training: engine.isTapeOn() },
    );
    return losses;
  });
}

function checkShapes(args: SoftmaxHeadsArguments): void {
  const { state, columns, weights, heads, columnClasses, predicted } = args;
  const [rows, units] = state.shape;
  expectShape('state', state, [rows, units]);
  expectShape('columns', columns, [rows, columnClasses.length], 'int32');
  expectShape('weights', weights, [rows]);
  if (heads.length === 0 || heads.length !== predicted.length) {
    throw new RangeError(`softmaxHeads: ${heads.length} heads for ${predicted.length} columns`);
  }
  heads.forEach(({ kernel, embedding, bias, outputKernel, outputBias }, h) => {
    const [hidden] = bias.shape;
    const classes = columnClasses[predicted[h]];
    if (classes === undefined) throw new RangeError(`softmaxHeads: no column ${predicted[h]}`);
    const given = prefixSums(columnClasses)[predicted[h]];
    expectShape(`kernel ${h}`, kernel, [units, hidden]);
    if (given > 0 !== (embedding !== undefined)) {
      throw new RangeError(
        `softmaxHeads: an embedding belongs to all heads but the first column's`,
      );
    }
    if (embedding) expectShape(`embedding ${h}`, embedding, [given, hidden]);
    expectShape(`bias ${h}`, bias, [hidden]);
    expectShape(`output kernel ${h}`, outputKernel, [hidden, classes]);
    expectShape(`output bias ${h}`, outputBias, [classes]);
  });
}

function expectShape(
  name: string,
  tensor: tf.Tensor,
  shape: number[],
  dtype: tf.DataType = 'float32',
): void {
  if (tf.util.arraysEqual(tensor.shape, shape) && tensor.dtype === dtype) return;
  throw new RangeError(
    `softmaxHeads: ${name} is ${tensor.dtype} [${tensor.shape}], expected ${dtype} [${shape}]`,
  );
}
