import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { layerVariables } from '../../model/network';
import { Random } from '../../music/random';
import { relativeError } from '../testing/parity';
import { LstmLayer } from './layer';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function single(output: tf.Tensor | tf.Tensor[]): tf.Tensor {
  return Array.isArray(output) ? output[0] : output;
}

test('weights are named, shaped and ordered as in Keras', () => {
  const layer = new LstmLayer({ units: 3, inputShape: [null, 2], random: Random.fromSeed(1) });
  layer.build([null, null, 2]);
  expect(layer.weights.map(({ originalName, shape }) => [originalName, shape])).toEqual([
    ['kernel', [2, 12]],
    ['recurrent_kernel', [3, 12]],
    ['bias', [12]],
  ]);
  expect([...layer.getWeights()[2].dataSync()]).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
});

test.each([true, false])('computes what tf.layers.lstm does, returnSequences %s', (sequences) => {
  const ours = new LstmLayer({
    units: 4,
    inputShape: [5, 3],
    returnSequences: sequences,
    random: Random.fromSeed(2),
  });
  const theirs = tf.layers.lstm({
    units: 4,
    inputShape: [5, 3],
    returnSequences: sequences,
    recurrentActivation: 'sigmoid',
    recurrentInitializer: 'zeros',
  });
  const ourModel = tf.sequential({ layers: [ours] });
  const theirModel = tf.sequential({ layers: [theirs] });
  theirs.setWeights(ours.getWeights());
  const input = tf.randomUniform([2, 5, 3], -1, 1, 'float32', 1);
  const actual = single(ourModel.predictOnBatch(input));
  const expected = single(theirModel.predictOnBatch(input));
  expect(ourModel.outputShape).toEqual(theirModel.outputShape);
  expect(actual.shape).toEqual(expected.shape);
  expect(relativeError(actual.dataSync(), expected.dataSync())).toBeLessThan(1e-6);
});

test('index columns do what the same one-hot input does', () => {
  const layer = new LstmLayer({
    units: 4,
    columnClasses: [3, 2],
    inputShape: [null, 2],
    random: Random.fromSeed(3),
  });
  const model = tf.sequential({ layers: [layer] });
  const indexed = single(
    model.predictOnBatch(
      tf.tensor3d(
        [
          [
            [2, 0],
            [0, 1],
            [-1, 1],
          ],
        ],
        [1, 3, 2],
        'int32',
      ),
    ),
  );
  const dense = new LstmLayer({ units: 4, inputShape: [null, 5] });
  const denseModel = tf.sequential({ layers: [dense] });
  dense.setWeights(layer.getWeights());
  const oneHot = tf.tensor3d([
    [
      [0, 0, 1, 1, 0],
      [1, 0, 0, 0, 1],
      [0, 0, 0, 0, 1],
    ],
  ]);
  const expected = single(denseModel.predictOnBatch(oneHot));
  expect(relativeError(indexed.dataSync(), expected.dataSync())).toBeLessThan(1e-6);
});

/** Gradients of the weights and, last, of `input`, for a loss that weighs every output. */
function gradientsOf(layer: tf.layers.Layer, input: tf.Tensor): tf.Tensor[] {
  const loss = (values: tf.Tensor): tf.Scalar => {
    const output = layer.apply(values);
    if (!(output instanceof tf.Tensor)) throw new TypeError('the layer must return one tensor');
    const weights = tf.randomUniform(output.shape, -1, 1, 'float32', 6);
    return tf.sum(tf.mul(output, weights)).asScalar();
  };
  const weights = layerVariables([layer]).map(({ variable }) => variable);
  const { grads } = tf.variableGrads(() => loss(input), weights);
  const ofWeights = weights.map(({ name }) => grads[name]);
  return input.dtype === 'int32' ? ofWeights : [...ofWeights, tf.grad(loss)(input)];
}

test.each([
  ['dense input', false, true],
  ['dense input, last state', false, false],
  ['index columns', true, true],
  ['index columns, last state', true, false],
])('has the gradients of tf.layers.lstm: %s', (_, indexed, returnSequences) => {
  const random = Random.fromSeed(5);
  const indices = tf.tensor3d([2, 0, 0, 1, -1, 1, 1, 0, 2, 1, 0, 0], [2, 3, 2], 'int32');
  const oneHots = tf.concat(
    tf
      .split(indices, 2, 2)
      .map((column, i) => tf.cast(tf.oneHot(tf.squeeze(column, [2]), 3 - i), 'float32')),
    2,
  );
  const dense = indexed ? oneHots : tf.randomUniform([2, 3, 5], -1, 1, 'float32', 1);
  const ours = new LstmLayer({
    units: 4,
    inputShape: [3, indexed ? 2 : 5],
    ...(indexed ? { columnClasses: [3, 2] } : {}),
    returnSequences,
    random,
  });
  const theirs = tf.layers.lstm({
    units: 4,
    returnSequences,
    recurrentActivation: 'sigmoid',
    recurrentInitializer: 'zeros',
  });
  ours.apply(indexed ? indices : dense);
  theirs.apply(dense);
  theirs.setWeights(ours.getWeights());
  const actual = gradientsOf(ours, indexed ? indices : dense);
  const expected = gradientsOf(theirs, dense);
  expect(actual).toHaveLength(indexed ? 3 : 4);
  for (const [i, gradient] of actual.entries()) {
    expect(gradient.shape).toEqual(expected[i].shape);
    expect(relativeError(gradient.dataSync(), expected[i].dataSync())).toBeLessThan(1e-5);
  }
});

test('input that is data takes no gradient, and says so', () => {
  const layer = new LstmLayer({ units: 2, inputGradient: false, random: Random.fromSeed(6) });
  const input = tf.ones([1, 2, 3]);
  const sum = (values: tf.Tensor): tf.Scalar => tf.sum(layer.call(values));
  layer.build(input.shape);
  const { grads } = tf.variableGrads(() => sum(input));
  expect(Object.keys(grads)).toHaveLength(3);
  expect(() => tf.grad(sum)(input)).toThrow('the input takes no gradient, as inputGradient is');
});

test('survives being saved and loaded', async () => {
  const first = new LstmLayer({
    units: 4,
    columnClasses: [3, 2],
    inputShape: [null, 2],
    returnSequences: true,
    random: Random.fromSeed(4),
  });
  const second = new LstmLayer({
    units: 2,
    unitForgetBias: false,
    inputGradient: false,
    random: Random.fromSeed(5),
  });
  const model = tf.sequential({ layers: [first, second] });
  let saved: tf.io.ModelArtifacts = {};
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      saved = artifacts;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
  const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved));
  const input = tf.tensor3d(
    [
      [
        [2, 0],
        [0, 1],
        [-1, 1],
      ],
    ],
    [1, 3, 2],
    'int32',
  );
  const expected = single(model.predictOnBatch(input)).dataSync();
  expect(single(await loaded.predictOnBatch(input)).dataSync()).toEqual(expected);
  expect(loaded.layers.at(-1)?.getConfig()).toMatchObject({
    unitForgetBias: false,
    inputGradient: false,
  });
});

test('apply leaves one tensor behind', () => {
  const layer = new LstmLayer({ units: 4, inputShape: [5, 3], random: Random.fromSeed(2) });
  const input = tf.ones([2, 5, 3]);
  layer.build(input.shape);
  const before = tf.memory().numTensors;
  layer.apply(input);
  expect(tf.memory().numTensors).toBe(before + 1);
});
