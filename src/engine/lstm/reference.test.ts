import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { layerVariables } from '../../model/network';
import type { Floats } from '../floats';
import { finiteDifferences } from '../testing/finiteDifferences';
import { type Answers, expectParity, relativeError } from '../testing/parity';
import { drawProblem, type Problem, referenceAnswers } from './parityProblem';
import { kernelRows, type LstmSize, lstmBackward, lstmForward } from './reference';

const double = (length: number): Float64Array => new Float64Array(length);

interface Parameters {
  input: Floats | Int32Array;
  kernel: Float64Array;
  recurrentKernel: Float64Array;
  bias: Float64Array;
  hidden: Float64Array;
  cell: Float64Array;
}

function inDouble(problem: Problem): Parameters {
  const { input } = problem;
  return {
    input: input instanceof Int32Array ? input : Float64Array.from(input),
    kernel: Float64Array.from(problem.kernel),
    recurrentKernel: Float64Array.from(problem.recurrentKernel),
    bias: Float64Array.from(problem.bias),
    hidden: Float64Array.from(problem.hidden),
    cell: Float64Array.from(problem.cell),
  };
}

/** Sum of all outputs, each weighed by its cotangent. */
function loss({ size, cotangents }: Problem, parameters: Parameters): number {
  const { batch, time, units } = size;
  const run = lstmForward(size, parameters.input, parameters, parameters, double);
  let sum = 0;
  run.hidden.forEach((value, i) => {
    sum += value * cotangents.hidden[i];
  });
  for (let b = 0; b < batch; b++) {
    for (let u = 0; u < units; u++) {
      const at = (b * time + time - 1) * units + u;
      sum += run.hidden[at] * cotangents.lastHidden[b * units + u];
      sum += run.cell[at] * cotangents.lastCell[b * units + u];
    }
  }
  return sum;
}

const denseSize: LstmSize = { batch: 2, time: 4, width: 3, units: 5, columnClasses: [] };
const indexedSize: LstmSize = { batch: 3, time: 4, width: 2, units: 4, columnClasses: [3, 5] };

test.each([
  ['dense input', denseSize],
  ['index columns', indexedSize],
])('gradients agree with finite differences in double precision: %s', (_, size) => {
  const problem = drawProblem(size, true, 5);
  const parameters = inDouble(problem);
  const { input } = parameters;
  const run = lstmForward(size, input, parameters, parameters, double);
  const { cotangents } = problem;
  const gradients = lstmBackward(size, input, parameters, parameters, run, cotangents, double);
  const check = (values: Floats, gradient: Float64Array): void => {
    const expected = finiteDifferences(values, () => loss(problem, parameters));
    expect(relativeError(gradient, expected)).toBeLessThan(1e-8);
  };
  check(parameters.kernel, gradients.kernel);
  check(parameters.recurrentKernel, gradients.recurrentKernel);
  check(parameters.bias, gradients.bias);
  check(parameters.hidden, gradients.initial.hidden);
  check(parameters.cell, gradients.initial.cell);
  if (!(input instanceof Int32Array)) check(input, gradients.input);
});

/** `input` as tf.layers reads it: index columns as one-hots, side by side. */
function denseInput({ size, input }: Problem): tf.Tensor3D {
  const { batch, time, width, columnClasses } = size;
  if (columnClasses.length === 0) return tf.tensor3d(input, [batch, time, width]);
  const oneHots = columnClasses.map((range, column) => {
    const indices = Array.from({ length: batch * time }, (_, row) => input[row * width + column]);
    // An index outside its range gives a row of zeros.
    return tf.cast(tf.oneHot(tf.tensor1d(indices, 'int32'), range), 'float32');
  });
  return tf.reshape(tf.concat(oneHots, 1), [batch, time, kernelRows(size)]);
}

/** Outputs and gradients of tf.layers' own LSTM. */
function layersAnswers(problem: Problem): Answers {
  const { size, cotangents } = problem;
  const { batch, units } = size;
  const rows = kernelRows(size);
  const layer = tf.layers.lstm({
    units,
    returnSequences: cotangents.hidden.length > 0,
    returnState: true,
    recurrentActivation: 'sigmoid',
    recurrentInitializer: 'zeros',
  });
  const given = [
    denseInput(problem),
    tf.tensor2d(problem.hidden, [batch, units]),
    tf.tensor2d(problem.cell, [batch, units]),
  ];
  const apply = (input: tf.Tensor, ...initialState: tf.Tensor[]): tf.Tensor[] =>
    [layer.apply(input, { initialState })].flat().map((tensor) => {
      if (tensor instanceof tf.Tensor) return tensor;
      throw new TypeError('the layer must return tensors');
    });
  const weigh = (values: tf.Tensor, by: Float32Array): tf.Tensor =>
    by.length === 0 ? tf.scalar(0) : tf.sum(tf.mul(values, tf.tensor(by, values.shape)));
  const loss = (input: tf.Tensor, ...initialState: tf.Tensor[]): tf.Scalar => {
    const [output, lastHidden, lastCell] = apply(input, ...initialState);
    const sums = [
      weigh(output, cotangents.hidden),
      weigh(lastHidden, cotangents.lastHidden),
      weigh(lastCell, cotangents.lastCell),
    ];
    return tf.addN(sums).asScalar();
  };
  const [input, ...initialState] = given;
  // The first time builds it.
  apply(input, ...initialState);
  layer.setWeights([
    tf.tensor2d(problem.kernel, [rows, 4 * units]),
    tf.tensor2d(problem.recurrentKernel, [units, 4 * units]),
    tf.tensor1d(problem.bias),
  ]);
  const [output, lastHidden, lastCell] = apply(input, ...initialState);
  const weights = layerVariables([layer]).map(({ variable }) => variable);
  const { grads } = tf.variableGrads(() => loss(input, ...initialState), weights);
  const [dKernel, dRecurrentKernel, dBias] = weights.map(({ name }) => grads[name].dataSync());
  const [dInput, dInitialHidden, dInitialCell] = tf.grads(loss)(given);
  const answers: Answers = {
    hidden: cotangents.hidden.length > 0 ? output.dataSync() : [],
    lastHidden: lastHidden.dataSync(),
    lastCell: lastCell.dataSync(),
    dKernel,
    dRecurrentKernel,
    dBias,
    dInitialHidden: dInitialHidden.dataSync(),
    dInitialCell: dInitialCell.dataSync(),
    ...(size.columnClasses.length === 0 ? { dInput: dInput.dataSync() } : {}),
  };
  layer.dispose();
  return answers;
}

test.each([
  ['dense input, all states', denseSize, true],
  ['dense input, last state', denseSize, false],
  ['index columns as one-hots, all states', indexedSize, true],
  ['index columns as one-hots, last state', indexedSize, false],
])('agrees with the autodiff of tf.layers.lstm: %s', async (_, size, returnSequences) => {
  await tf.setBackend('cpu');
  const problem = drawProblem(size, returnSequences, 7);
  const answers = referenceAnswers(problem);
  const expected = layersAnswers(problem);
  expect(Object.keys(answers).sort()).toEqual(Object.keys(expected).sort());
  expectParity(answers, expected);
});
