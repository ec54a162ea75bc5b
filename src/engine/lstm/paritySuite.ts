/**
 * The suite that every kernel must pass: forward, final state and every gradient against the
 * reference in double precision, over both input forms and odd sizes.
 */
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { expectParity } from '../testing/parity';
import { type LstmSequenceArguments, lstmSequence } from './lstmSequence';
import { drawProblem, opAnswers, referenceAnswers, type Use } from './parityProblem';
import type { LstmSize } from './reference';

interface ParityCase extends LstmSize, Use {
  returnSequences: boolean;
}

const dense = (batch: number, time: number, width: number, units: number): LstmSize => ({
  batch,
  time,
  width,
  units,
  columnClasses: [],
});

const indexed = (
  batch: number,
  time: number,
  columnClasses: number[],
  units: number,
): LstmSize => ({
  batch,
  time,
  width: columnClasses.length,
  units,
  columnClasses,
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
  const { batch, time, units, width, columnClasses, returnSequences } = parityCase;
  const { fromZeros = false, inputGradient = true } = parityCase;
  const input = columnClasses.length > 0 ? `columns [${columnClasses}]` : `${width} features`;
  const output = returnSequences ? 'sequence' : 'last state';
  const use = `${fromZeros ? ', from zeros' : ''}${inputGradient ? '' : ', input as data'}`;
  return `${input}, ${units} units, batch ${batch}, time ${time}, ${output}${use}`;
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
