/**
 * The published network: LSTM -> dropout -> dense, ReLU -> dense, softmax over the 88 keys. It reads
 * a window of keys, each as eight fixed features, and predicts the next key.
 */
import * as tf from '@tensorflow/tfjs';
import { SeededDropout } from '../../engine/dropout';
import { LstmLayer } from '../../engine/lstm/layer';
import { KEYS } from '../../music/encoding/melody';
import { Random } from '../../music/random';
import type { Batch } from '../batch';
import { layerVariables, type Network } from '../network';
import type { MelodyArchitecture, TrainingSettings } from '../preset';
import { summarize } from '../summarize';
import { PITCH_FEATURES, pitchFeatures } from './pitchFeatures';

export function buildMelodyNetwork(
  { units, hidden }: MelodyArchitecture,
  settings: TrainingSettings,
): Network {
  const random = Random.fromSeed(settings.seed);
  const kernelInitializer = (): ReturnType<typeof tf.initializers.glorotUniform> =>
    tf.initializers.glorotUniform({ seed: random.below(2 ** 31) });

  const dropout = new SeededDropout({ name: 'dropout', rate: settings.dropout });
  const softmax = tf.layers.activation({ name: 'softmax', activation: 'softmax' });
  const model = tf.sequential({
    layers: [
      new LstmLayer({
        name: 'lstm',
        units,
        random,
        inputShape: [null, PITCH_FEATURES],
        inputGradient: false,
      }),
      dropout,
      tf.layers.dense({ name: 'dense', units: hidden, kernelInitializer: kernelInitializer() }),
      tf.layers.activation({ name: 'relu', activation: 'relu' }),
      tf.layers.dense({ name: 'output', units: KEYS, kernelInitializer: kernelInitializer() }),
      softmax,
    ],
  });
  const features = pitchFeatures();

  /** `[batch, time, 8]`; a step before the start of the piece is silence, all zeros. */
  function heard({ inputs, size, time }: Batch): tf.Tensor {
    const values = new Float32Array(inputs.length * PITCH_FEATURES);
    inputs.forEach((key, row) => {
      if (key < 0) return;
      const from = key * PITCH_FEATURES;
      values.set(features.subarray(from, from + PITCH_FEATURES), row * PITCH_FEATURES);
    });
    return tf.tensor3d(values, [size, time, PITCH_FEATURES]);
  }

  /** Logits, `[batch, 88]`. */
  function logits(batch: Batch): tf.Tensor {
    let activation = heard(batch);
    for (const layer of model.layers) {
      if (layer === softmax) break;
      const next = layer.apply(activation);
      if (!(next instanceof tf.Tensor)) throw new Error(`${layer.name} must return one tensor.`);
      activation = next;
    }
    return activation;
  }

  return {
    summary: () => summarize(model.layers),
    variables: () => layerVariables(model.layers),
    losses: (batch, dropoutRandom) =>
      tf.tidy(() => {
        dropout.random = dropoutRandom;
        const logProbabilities = tf.logSoftmax(logits(batch));
        const target = tf.oneHot(tf.tensor1d(batch.targets, 'int32'), KEYS);
        const chosen = tf.sum(tf.mul(logProbabilities, tf.cast(target, 'float32')), -1);
        return tf.neg(tf.sum(tf.mul(chosen, tf.tensor1d(batch.weights)))).as1D();
      }),
    dispose: () => {
      model.dispose();
    },
  };
}
