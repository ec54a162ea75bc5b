/** The op: an LSTM over whole sequences, differentiable, on the active tfjs backend. */
import * as tf from '@tensorflow/tfjs';
import { registerKernels } from '../registerKernels';
import { LSTM_SEQUENCE } from './contract';
import { kernelRows } from './reference';

export interface LstmSequenceArguments {
  /** float32 [batch, time, features], or int32 [batch, time, columns] with `columnClasses`. */
  input: tf.Tensor;
  /** [rows, 4*units], gates in Keras order i, f, c, o. */
  kernel: tf.Tensor;
  /** [units, 4*units] */
  recurrentKernel: tf.Tensor;
  /** [4*units] */
  bias: tf.Tensor;
  /** [batch, units]. Default: zeros. */
  initialHidden?: tf.Tensor;
  /** [batch, units]. Default: zeros. */
  initialCell?: tf.Tensor;
  /**
   * Number of classes of each index column. Column k is a one-hot over [0, columnClasses[k]), and
   * its kernel rows follow those of the columns before it. An index outside the classes (such as
   * -1) contributes nothing to the output and takes no gradient. Default: a dense input.
   */
  columnClasses?: readonly number[];
  /** Whether a dense input takes a gradient; false for data. Default true. */
  inputGradient?: boolean;
  /** Whether `hidden` holds every hidden state; if not, it is empty. Default true. */
  returnSequences?: boolean;
}

export type LstmSequenceResult = {
  /** Hidden state of every time step, [batch, time, units], or [batch, 0, units]. */
  hidden: tf.Tensor3D;
  /** [batch, units] */
  lastHidden: tf.Tensor2D;
  /** [batch, units] */
  lastCell: tf.Tensor2D;
};

/**
 * Runs an LSTM from the first to the last time step. Gradients reach the weights, the initial state
 * and a dense input. The caller disposes the results (or runs this in `tf.tidy`).
 *
 * @throws RangeError when shapes or dtypes do not fit together.
 */
export function lstmSequence(args: LstmSequenceArguments): LstmSequenceResult {
  registerKernels();
  checkShapes(args);
  const engine = tf.engine();
  const state = [args.input.shape[0], args.recurrentKernel.shape[0]];
  return tf.tidy(() => {
    const [hidden, lastHidden, lastCell] = engine.runKernel<
      [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D]
    >(
      LSTM_SEQUENCE,
      {
        input: args.input,
        kernel: args.kernel,
        recurrentKernel: args.recurrentKernel,
        bias: args.bias,
        initialHidden: args.initialHidden ?? tf.zeros(state),
        initialCell: args.initialCell ?? tf.zeros(state),
      },
      {
        columnClasses: [...(args.columnClasses ?? [])],
        returnSequences: args.returnSequences ?? true,
        training: engine.isTapeOn(),
        fromZeros: args.initialHidden === undefined && args.initialCell === undefined,
        inputGradient: args.inputGradient ?? true,
      },
    );
    return { hidden, lastHidden, lastCell };
  });
}

function checkShapes(args: LstmSequenceArguments): void {
  const { input, kernel, recurrentKernel, bias, columnClasses } = args;
  if (input.rank !== 3) throw new RangeError(`lstmSequence: input is [${input.shape}]`);
  const [batch, , width] = input.shape;
  if (batch === 0) throw new RangeError('lstmSequence: the batch is empty');
  const units = recurrentKernel.shape[0];
  const dtype = columnClasses === undefined ? 'float32' : 'int32';
  if (input.dtype !== dtype) {
    throw new RangeError(`lstmSequence: input is ${input.dtype}, expected ${dtype}`);
  }
  if (
    columnClasses !== undefined &&
    (columnClasses.length === 0 || columnClasses.length !== width)
  ) {
    throw new RangeError(
      `lstmSequence: ${columnClasses.length} numbers of classes for ${width} columns`,
    );
  }
  expectShape('kernel', kernel, [
    kernelRows({ width, columnClasses: columnClasses ?? [] }),
    4 * units,
  ]);
  expectShape('recurrentKernel', recurrentKernel, [units, 4 * units]);
  expectShape('bias', bias, [4 * units]);
  if (args.initialHidden) expectShape('initialHidden', args.initialHidden, [batch, units]);
  if (args.initialCell) expectShape('initialCell', args.initialCell, [batch, units]);
}

function expectShape(name: string, tensor: tf.Tensor, shape: number[]): void {
  if (tf.util.arraysEqual(tensor.shape, shape) && tensor.dtype === 'float32') return;
  throw new RangeError(
    `lstmSequence: ${name} is ${tensor.dtype} [${tensor.shape}], expected float32 [${shape}]`,
  );
}
