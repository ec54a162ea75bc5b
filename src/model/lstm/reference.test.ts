import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { drawProblem, expectParity, type Problem, relativeError } from './paritySuite';
import { type Floats, type LstmSize, lstmBackward, lstmForward } from './reference';

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

/** Central differences of the loss in each of `values`, which it leaves as they were. */
function finiteDifferences(values: Floats, evaluate: () => number): Float64Array {
  const step = 1e-5;
  return Float64Array.from({ length: values.length }, (_, i) => {
    const value = values[i];
    values[i] = value + step;
    const above = evaluate();
    values[i] = value - step;
    const below = evaluate();
    values[i] = value;
    return (above - below) / (2 * step);
  });
}

const denseSize: LstmSize = { batch: 2, time: 4, width: 3, units: 5, columns: [] };
const indexedSize: LstmSize = { batch: 3, time: 4, width: 2, units: 4, columns: [3, 5] };

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

test('agrees with the autodiff of tf.layers.lstm', async () => {
  await tf.setBackend('cpu');
  const problem = drawProblem(denseSize, true, 7);
  const { batch, time, width, units } = denseSize;
  problem.hidden.fill(0);
  problem.cell.fill(0);
  problem.cotangents.lastHidden.fill(0);
  problem.cotangents.lastCell.fill(0);
  const layer = tf.layers.lstm({
    units,
    returnSequences: true,
    recurrentActivation: 'sigmoid',
    inputShape: [time, width],
    recurrentInitializer: 'zeros',
  });
  const model = tf.sequential({ layers: [layer] });
  layer.setWeights([
    tf.tensor2d(problem.kernel, [width, 4 * units]),
    tf.tensor2d(problem.recurrentKernel, [units, 4 * units]),
    tf.tensor1d(problem.bias),
  ]);
  const input = tf.tensor3d(problem.input, [batch, time, width]);
  const weigh = tf.tensor(problem.cotangents.hidden, [batch, time, units]);
  const apply = (): tf.Tensor => {
    const output = model.apply(input);
    if (output instanceof tf.Tensor) return output;
    throw new TypeError('the layer must return one tensor');
  };
  const hidden = apply().dataSync();
  const { grads } = tf.variableGrads(() => tf.sum(tf.mul(apply(), weigh)).asScalar());
  const [dKernel, dRecurrentKernel, dBias] = Object.values(grads).map((grad) => grad.dataSync());

  const parameters = inDouble(problem);
  const run = lstmForward(denseSize, parameters.input, parameters, parameters, double);
  const gradients = lstmBackward(
    denseSize,
    parameters.input,
    parameters,
    parameters,
    run,
    problem.cotangents,
    double,
  );
  expectParity(
    {
      hidden: run.hidden,
      dKernel: gradients.kernel,
      dRecurrentKernel: gradients.recurrentKernel,
      dBias: gradients.bias,
    },
    { hidden, dKernel, dRecurrentKernel, dBias },
  );
});
