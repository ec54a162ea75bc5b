/**
 * The suite that every kernel of the heads must pass: losses and every gradient against the
 * reference in double precision, over odd sizes, missing indices and rows of weight 0.
 */
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { prefixSums } from '../../lib/prefixSums';
import { Random } from '../../music/random';
import { drawUniform } from '../testing/drawUniform';
import { type Answers, expectParity } from '../testing/parity';
import { listWeights, nameWeights } from './contract';
import { type HeadsSize, type HeadWeights, headsGradients, headsLosses } from './reference';
import { softmaxHeads } from './softmaxHeads';

type Values = Float32Array<ArrayBuffer>;

export interface HeadsProblem {
  size: HeadsSize;
  hidden: number;
  state: Values;
  columns: Int32Array<ArrayBuffer>;
  weights: Values;
  heads: HeadWeights<Values>[];
  /** Of each head's loss. */
  cotangents: Values;
}

interface ParityCase extends HeadsSize {
  hidden: number;
  /** Whether all losses have the same cotangent, as in training. */
  alike?: boolean;
}

const cases: ParityCase[] = [
  { rows: 1, units: 1, hidden: 1, columnClasses: [2], predicted: [0] },
  { rows: 7, units: 5, hidden: 3, columnClasses: [4], predicted: [0] },
  { rows: 3, units: 257, hidden: 9, columnClasses: [2, 31], predicted: [1] },
  { rows: 250, units: 16, hidden: 13, columnClasses: [9, 5, 17], predicted: [0, 2] },
  { rows: 131, units: 24, hidden: 8, columnClasses: [8, 16], predicted: [0, 1], alike: true },
  {
    rows: 2,
    units: 9,
    hidden: 30,
    columnClasses: [3, 90, 1, 2],
    predicted: [0, 1, 3],
    alike: true,
  },
  { rows: 33, units: 40, hidden: 70, columnClasses: [177, 6, 88], predicted: [0, 2] },
];

function describeCase({
  rows,
  units,
  hidden,
  columnClasses,
  predicted,
  alike,
}: ParityCase): string {
  const cotangents = alike ? 'one cotangent' : 'cotangents that differ';
  return `${rows} rows, ${units} units, ${hidden} hidden, columns [${columnClasses}], heads [${predicted}], ${cotangents}`;
}

/** Random inputs and weights; some indices lie outside the classes, some rows have weight 0. */
export function drawHeads(size: HeadsSize, hidden: number, seed: number): HeadsProblem {
  const random = Random.fromSeed(seed);
  const { rows, units, columnClasses, predicted } = size;
  return {
    size,
    hidden,
    state: drawUniform(random, rows * units, 1),
    columns: Int32Array.from({ length: rows * columnClasses.length }, (_, i) => {
      const classes = columnClasses[i % columnClasses.length];
      return random.next() < 0.1 ? [-1, classes][random.below(2)] : random.below(classes);
    }),
    weights: Float32Array.from({ length: rows }, (_, row) =>
      row > 0 && random.next() < 0.2 ? 0 : 0.5 + random.next(),
    ),
    heads: predicted.map((column) => {
      const given = prefixSums(columnClasses)[column];
      return {
        kernel: drawUniform(random, units * hidden, 2 / Math.sqrt(units)),
        embedding: given > 0 ? drawUniform(random, given * hidden, 0.7) : undefined,
        bias: drawUniform(random, hidden, 0.5),
        outputKernel: drawUniform(random, hidden * columnClasses[column], 4 / Math.sqrt(hidden)),
        outputBias: drawUniform(random, columnClasses[column], 1),
      };
    }),
    cotangents: drawUniform(random, predicted.length, 1),
  };
}

function answers(losses: ArrayLike<number>, state: ArrayLike<number>): Answers {
  return { losses, dState: state };
}

function addWeights(to: Answers, heads: readonly HeadWeights<ArrayLike<number>>[]): Answers {
  heads.forEach((head, h) => {
    for (const [name, values] of Object.entries(head)) {
      if (values !== undefined) to[`${name} ${h}`] = values;
    }
  });
  return to;
}

function referenceHeads(problem: HeadsProblem): Answers {
  const { size, heads, cotangents } = problem;
  const allocate = (length: number): Float64Array => new Float64Array(length);
  const gradients = headsGradients(size, problem, heads, cotangents, allocate);
  const losses = headsLosses(size, problem, heads);
  return addWeights(answers(losses, gradients.state), gradients.heads);
}

/** The tensors of a problem that take part in gradients: the state, then all weights. */
function parameters({ size, hidden, state, heads }: HeadsProblem): tf.Tensor[] {
  const { rows, units, columnClasses, predicted } = size;
  const tensors = heads.flatMap((head, h) => {
    const classes = columnClasses[predicted[h]];
    return listWeights<tf.Tensor>({
      kernel: tf.tensor2d(head.kernel, [units, hidden]),
      embedding:
        head.embedding && tf.tensor2d(head.embedding, [head.embedding.length / hidden, hidden]),
      bias: tf.tensor1d(head.bias),
      outputKernel: tf.tensor2d(head.outputKernel, [hidden, classes]),
      outputBias: tf.tensor1d(head.outputBias),
    });
  });
  return [tf.tensor2d(state, [rows, units]), ...tensors];
}

/** The same through the op, on the active tfjs backend. */
export async function opHeads(problem: HeadsProblem): Promise<Answers> {
  const { rows, columnClasses, predicted } = problem.size;
  const columns = tf.tensor2d(problem.columns, [rows, columnClasses.length], 'int32');
  const weights = tf.tensor1d(problem.weights);
  const inputs = parameters(problem);
  const run = ([state, ...list]: tf.Tensor[]): tf.Tensor1D =>
    softmaxHeads({
      state,
      columns,
      weights,
      heads: nameWeights(list, predicted),
      columnClasses,
      predicted,
    });
  const weighed = (...list: tf.Tensor[]): tf.Tensor =>
    tf.sum(tf.mul(run(list), problem.cotangents));
  const losses = run(inputs);
  const gradients = tf.grads(weighed)(inputs);
  const read = await Promise.all(gradients.map((gradient) => gradient.data()));
  const [dState, ...dWeights] = read;
  const result = answers(await losses.data(), dState);
  tf.dispose([losses, gradients, columns, weights, inputs]);
  return addWeights(result, nameWeights(dWeights, predicted));
}

/** Declares the suite for the tfjs backend that `activate` switches to. */
export function headsParityTests(activate: () => Promise<void>): void {
  test.each(cases.map((parityCase) => [describeCase(parityCase), parityCase] as const))(
    '%s',
    async (_, parityCase) => {
      await activate();
      const problem = drawHeads(parityCase, parityCase.hidden, 23);
      if (parityCase.alike) problem.cotangents.fill(-0.3);
      const before = tf.memory().numTensors;
      expectParity(await opHeads(problem), referenceHeads(problem));
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  test('rows that all have weight 0', async () => {
    await activate();
    const size = { rows: 5, units: 3, columnClasses: [4, 6], predicted: [0, 1] };
    const problem = drawHeads(size, 7, 5);
    problem.weights.fill(0);
    for (const [name, values] of Object.entries(await opHeads(problem))) {
      expect({ name, all: Math.max(...Array.from(values, Math.abs)) }).toEqual({ name, all: 0 });
    }
  });

  test('a NaN in the state makes the loss NaN', async () => {
    await activate();
    const size = { rows: 2, units: 3, columnClasses: [9], predicted: [0] };
    const problem = drawHeads(size, 4, 6);
    problem.state[4] = Number.NaN;
    problem.weights.fill(1);
    problem.columns.fill(2);
    expect((await opHeads(problem)).losses[0]).toBeNaN();
  });
}
