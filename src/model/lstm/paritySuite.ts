/**
 * The suite that every kernel must pass: forward, final state and every gradient against the
 * reference in double precision, over both input forms and odd sizes.
 */
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { Random } from '../../music/random';
import { type LstmSequenceArguments, lstmSequence } from './lstmSequence';
import { kernelRows, type LstmSize, lstmBackward, lstmForward } from './reference';

const TOLERANCE = 1e-4;

/** What of the op is used. */
interface Use {
  /** No initial state is given. */
  fromZeros?: boolean;
  /** Whether a dense input takes a gradient. Default true. */
  inputGradient?: boolean;
}

interface ParityCase extends LstmSize, Use {
  returnSequences: boolean;
}

const dense = (batch: number, time: number, width: number, units: number): LstmSize => ({
  batch,
  time,
  width,
  units,
  columns: [],
});

const indexed = (batch: number, time: number, columns: number[], units: number): LstmSize => ({
  batch,
  time,
  width: columns.length,
  units,
  columns,
});

const sizes = [
  dense(1, 1, 1, 1),
  dense(3, 5, 8, 16),
  dense(1, 7, 3, 257),
  dense(3, 1, 20, 12),
  dense(13, 6, 5, 40),
  dense(64, 3, 8, 24),
  dense(2, 3, 130, 9),
  dense(7, 70, 2, 8),
  dense(2, 2, 500, 9),
  indexed(1, 1, [3], 1),
  indexed(3, 5, [4, 9], 16),
  indexed(2, 4, [5, 1, 30], 257),
  indexed(3, 1, [88], 12),
  indexed(17, 6, [7, 12], 33),
];

const data = { fromZeros: true, inputGradient: false };
const stacked = { fromZeros: true, inputGradient: true };

const cases: ParityCase[] = [
  ...sizes.flatMap((size) => [
    { ...size, returnSequences: true },
    { ...size, returnSequences: false },
    { ...size, returnSequences: true, ...data },
  ]),
  // Whole panels of rows in a thread's share, and odd ones.
  ...[dense(24, 5, 8, 24), dense(16, 1, 3, 9), dense(13, 6, 5, 40)].flatMap((size) => [
    { ...size, returnSequences: false, ...data },
    { ...size, returnSequences: true, ...stacked },
    { ...size, returnSequences: true, inputGradient: false },
  ]),
  { ...indexed(16, 4, [7, 12], 24), returnSequences: false, ...data },
];

function describeCase(parityCase: ParityCase): string {
  const { batch, time, units, width, columns, returnSequences } = parityCase;
  const { fromZeros = false, inputGradient = true } = parityCase;
  const input = columns.length > 0 ? `columns [${columns}]` : `${width} features`;
  const output = returnSequences ? 'sequence' : 'last state';
  const use = `${fromZeros ? ', from zeros' : ''}${inputGradient ? '' : ', input as data'}`;
  return `${input}, ${units} units, batch ${batch}, time ${time}, ${output}${use}`;
}

/** Largest difference, over the largest expected magnitude. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let magnitude = 1e-12;
  for (let i = 0; i < expected.length; i++) {
    // Math.max would let NaN through a comparison later, but never hides it.
    difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
    magnitude = Math.max(magnitude, Math.abs(expected[i]));
  }
  return difference / magnitude;
}

/** Numbers that single precision holds exactly, so that both sides start alike. */
function draw(random: Random, length: number, scale: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, () => (2 * random.next() - 1) * scale);
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

/** Random inputs, weights, states and cotangents; masks of dropout lie on inputs and outputs. */
export function drawProblem(
  size: LstmSize,
  returnSequences: boolean,
  seed: number,
  { fromZeros = false, inputGradient = true }: Use = {},
): Problem {
  const random = Random.fromSeed(seed);
  const { batch, time, units, width, columns } = size;
  const masked = (length: number): Float32Array<ArrayBuffer> => {
    const values = draw(random, length, 1);
    const mask = dropoutMask(random, length);
    return values.map((value, i) => value * mask[i]);
  };
  const input =
    columns.length === 0
      ? masked(batch * time * width)
      : // One in some places lies outside its range, on either side.
        Int32Array.from({ length: batch * time * width }, (_, i) => {
          return random.below(columns[i % width] + 2) - 1;
        });
  return {
    size,
    input,
    kernel: draw(random, kernelRows(size) * 4 * units, 0.8),
    recurrentKernel: draw(random, units * 4 * units, 1.5 / Math.sqrt(units)),
    bias: draw(random, 4 * units, 0.5),
    hidden: draw(random, batch * units, fromZeros ? 0 : 0.9),
    cell: draw(random, batch * units, fromZeros ? 0 : 2),
    fromZeros,
    inputGradient,
    cotangents: {
      hidden: masked(returnSequences ? batch * time * units : 0),
      lastHidden: masked(batch * units),
      lastCell: draw(random, batch * units, 1),
    },
  };
}

/** Every output and gradient, by name. */
export type Answers = Record<string, ArrayLike<number>>;

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
    ...(inputGradient && size.columns.length === 0 ? { dInput: gradients.input } : {}),
  };
}

/** The same through the op, on the active tfjs backend. */
export async function opAnswers(problem: Problem): Promise<Answers> {
  const { size, cotangents, fromZeros, inputGradient } = problem;
  const { batch, time, units, width, columns } = size;
  const isDense = columns.length === 0;
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
      columns: isDense ? undefined : columns,
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

export function expectParity(actual: Answers, expected: Answers): void {
  const errors = Object.keys(expected).map((name) => ({
    name,
    error: relativeError(actual[name] ?? [], expected[name]),
  }));
  // The negation also catches NaN.
  expect(errors.filter(({ error }) => !(error <= TOLERANCE))).toEqual([]);
}

/** Declares the suite for the tfjs backend that `activate` switches to. */
export function parityTests(activate: () => Promise<void>): void {
  test.each(cases.map((parityCase) => [describeCase(parityCase), parityCase] as const))(
    '%s',
    async (_, parityCase) => {
      await activate();
      const problem = drawProblem(parityCase, parityCase.returnSequences, 17, parityCase);
      const before = tf.memory().numTensors;
      expectParity(await opAnswers(problem), referenceAnswers(problem));
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  test('half an initial state, the other half left out', async () => {
    await activate();
    const problem = drawProblem(dense(3, 4, 2, 8), true, 19);
    const values = tf.tidy(() => {
      const initialHidden = tf.tensor2d(problem.hidden, [3, 8]);
      const initialCell = tf.tensor2d(problem.cell, [3, 8]);
      const run = (state: Partial<LstmSequenceArguments>): Float32Array | Int32Array | Uint8Array =>
        lstmSequence({
          input: tf.tensor3d(problem.input, [3, 4, 2], 'float32'),
          kernel: tf.tensor2d(problem.kernel, [2, 32]),
          recurrentKernel: tf.tensor2d(problem.recurrentKernel, [8, 32]),
          bias: tf.tensor1d(problem.bias),
          ...state,
        }).hidden.dataSync();
      return {
        hidden: run({ initialHidden }),
        hiddenAndZeros: run({ initialHidden, initialCell: tf.zerosLike(initialCell) }),
        cell: run({ initialCell }),
        cellAndZeros: run({ initialHidden: tf.zerosLike(initialHidden), initialCell }),
      };
    });
    expect(values.hidden).toEqual(values.hiddenAndZeros);
    expect(values.cell).toEqual(values.cellAndZeros);
    expect(values.hidden).not.toEqual(values.cell);
  });
}
