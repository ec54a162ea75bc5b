/**
 * A random problem for the LSTM, and its answers: every output and gradient, by the reference in
 * double precision and through the op on whichever tfjs backend is active.
 */
import * as tf from '@tensorflow/tfjs';
import { Random } from '../../music/random';
import { drawUniform } from '../testing/drawUniform';
import type { Answers } from '../testing/parity';
import { lstmSequence } from './lstmSequence';
import { kernelRows, type LstmSize, lstmBackward, lstmForward } from './reference';

/** Options of the op. */
export interface Use {
  /** No initial state is given. */
  fromZeros?: boolean;
  /** Whether a dense input takes a gradient. Default true. */
  inputGradient?: boolean;
}

/** Inverted dropout at rate 0.3. */
function dropoutMask(random: Random, length: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, () => (random.next() < 0.3 ? 0 : 1 / 0.7));
}

export interface Problem {
  size: LstmSize;
  input: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
  kernel: Float32Array<ArrayBuffer>;
  recurrentKernel: Float32Array<ArrayBuffer>;
  bias: Float32Array<ArrayBuffer>;
  hidden: Float32Array<ArrayBuffer>;
  cell: Float32Array<ArrayBuffer>;
  fromZeros: boolean;
  inputGradient: boolean;
  cotangents: {
    hidden: Float32Array<ArrayBuffer>;
    lastHidden: Float32Array<ArrayBuffer>;
    lastCell: Float32Array<ArrayBuffer>;
  };
}

/** Random inputs, weights, states and cotangents; inputs and outputs are masked as by dropout. */
export function drawProblem(
  size: LstmSize,
  returnSequences: boolean,
  seed: number,
  { fromZeros = false, inputGradient = true }: Use = {},
): Problem {
  const random = Random.fromSeed(seed);
  const { batch, time, units, width, columnClasses } = size;
  const masked = (length: number): Float32Array<ArrayBuffer> => {
    const values = drawUniform(random, length, 1);
    const mask = dropoutMask(random, length);
    return values.map((value, i) => value * mask[i]);
  };
  const input =
    columnClasses.length === 0
      ? masked(batch * time * width)
      : // Some indices lie outside the classes, on either side.
        Int32Array.from({ length: batch * time * width }, (_, i) => {
          return random.below(columnClasses[i % width] + 2) - 1;
        });
  return {
    size,
    input,
    kernel: drawUniform(random, kernelRows(size) * 4 * units, 0.8),
    recurrentKernel: drawUniform(random, units * 4 * units, 1.5 / Math.sqrt(units)),
    bias: drawUniform(random, 4 * units, 0.5),
    hidden: drawUniform(random, batch * units, fromZeros ? 0 : 0.9),
    cell: drawUniform(random, batch * units, fromZeros ? 0 : 2),
    fromZeros,
    inputGradient,
    cotangents: {
      hidden: masked(returnSequences ? batch * time * units : 0),
      lastHidden: masked(batch * units),
      lastCell: drawUniform(random, batch * units, 1),
    },
  };
}

export function referenceAnswers(problem: Problem): Answers {
  const { size, input, cotangents, fromZeros, inputGradient } = problem;
  const { batch, time, units } = size;
  const allocate = (length: number): Float64Array => new Float64Array(length);
  const state = { hidden: problem.hidden, cell: problem.cell };
  const run = lstmForward(size, input, problem, state, allocate);
  const gradients = lstmBackward(size, input, problem, state, run, cotangents, allocate);
  const last = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: batch * units }, (_, i) => {
      const b = Math.floor(i / units);
      return values[(b * time + time - 1) * units + (i % units)];
    });
  return {
    hidden: cotangents.hidden.length > 0 ? run.hidden : [],
    lastHidden: last(run.hidden),
    lastCell: last(run.cell),
    dKernel: gradients.kernel,
    dRecurrentKernel: gradients.recurrentKernel,
    dBias: gradients.bias,
    ...(fromZeros
      ? {}
      : { dInitialHidden: gradients.initial.hidden, dInitialCell: gradients.initial.cell }),
    ...(inputGradient && size.columnClasses.length === 0 ? { dInput: gradients.input } : {}),
  };
}

/** The same through the op, on the active tfjs backend. */
export async function opAnswers(problem: Problem): Promise<Answers> {
  const { size, cotangents, fromZeros, inputGradient } = problem;
  const { batch, time, units, width, columnClasses } = size;
  const isDense = columnClasses.length === 0;
  const returnSequences = cotangents.hidden.length > 0;
  const input = tf.tensor3d(problem.input, [batch, time, width], isDense ? 'float32' : 'int32');
  const rows = kernelRows(size);
  const parameters = {
    dKernel: tf.tensor2d(problem.kernel, [rows, 4 * units]),
    dRecurrentKernel: tf.tensor2d(problem.recurrentKernel, [units, 4 * units]),
    dBias: tf.tensor1d(problem.bias),
  };
  const initial = {
    dInitialHidden: tf.tensor2d(problem.hidden, [batch, units]),
    dInitialCell: tf.tensor2d(problem.cell, [batch, units]),
  };
  const differentiated: Record<string, tf.Tensor> = {
    ...parameters,
    ...(fromZeros ? {} : initial),
    ...(isDense && inputGradient ? { dInput: input } : {}),
  };
  const names = Object.keys(differentiated);
  const tensors = Object.values(differentiated);
  const run = (list: tf.Tensor[]): ReturnType<typeof lstmSequence> => {
    const given = (name: string): tf.Tensor | undefined => list[names.indexOf(name)];
    const [kernel, recurrentKernel, bias] = list;
    return lstmSequence({
      input: given('dInput') ?? input,
      kernel,
      recurrentKernel,
      bias,
      initialHidden: given('dInitialHidden'),
      initialCell: given('dInitialCell'),
      columnClasses: isDense ? undefined : columnClasses,
      inputGradient,
      returnSequences,
    });
  };
  const loss = (...list: tf.Tensor[]): tf.Tensor => {
    const result = run(list);
    const weigh = (values: tf.Tensor, by: Float32Array): tf.Tensor =>
      tf.sum(tf.mul(values, tf.tensor(by, values.shape)));
    const state = tf.add(
      weigh(result.lastHidden, cotangents.lastHidden),
      weigh(result.lastCell, cotangents.lastCell),
    );
    return returnSequences ? tf.add(state, weigh(result.hidden, cotangents.hidden)) : state;
  };
  const outputs = tf.tidy(() => run(tensors));
  const gradients = tf.tidy(() => tf.grads(loss)(tensors));
  const answers: Answers = {
    hidden: await outputs.hidden.data(),
    lastHidden: await outputs.lastHidden.data(),
    lastCell: await outputs.lastCell.data(),
  };
  for (const [i, gradient] of gradients.entries()) answers[names[i]] = await gradient.data();
  tf.dispose([outputs, gradients, input, parameters, initial]);
  return answers;
}
