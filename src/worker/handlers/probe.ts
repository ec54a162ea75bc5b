/** Job "probe": starts a backend and times a training step of the Seed preset on it. */
import * as tf from '@tensorflow/tfjs';
import { startBackend } from '../../model/backend/backend';
import type { Batch } from '../../model/batch';
import { buildNetwork } from '../../model/buildNetwork';
import { Adam } from '../../model/lstm/adam';
import { presets } from '../../model/preset';
import { KEYS } from '../../music/encoding/melody';
import { Random } from '../../music/random';
import type { Handler } from '../protocol';

export const probe: Handler<'probe'> = async function* ({ backend }) {
  const facts = await startBackend(backend);
  const settings = presets.seed.defaults;
  const network = buildNetwork(presets.seed, settings);
  const variables = network.variables().map(({ variable }) => variable);
  const optimizer = new Adam(variables);
  const random = Random.fromSeed(1);
  const batch = randomBatch(settings.batchSize, settings.sequenceLength, random);
  try {
    let milliseconds = 0;
    // The first step compiles shaders; the second shows the pace.
    for (let step = 0; step < 2; step++) {
      const began = performance.now();
      const { value: loss, grads } = tf.variableGrads(
        () => tf.sum(network.losses(batch, random)),
        variables,
      );
      optimizer.applyGradients(grads, settings.learningRate);
      tf.dispose(grads);
      await loss.data();
      loss.dispose();
      milliseconds = performance.now() - began;
    }
    return { ...facts, notesPerSecond: ((batch.size * batch.time) / milliseconds) * 1000 };
  } finally {
    optimizer.dispose();
    network.dispose();
  }
};

function randomBatch(size: number, time: number, random: Random): Batch {
  return {
    size,
    time,
    inputs: Int32Array.from({ length: size * time }, () => random.below(KEYS)),
    targets: Int32Array.from({ length: size }, () => random.below(KEYS)),
    weights: new Float32Array(size).fill(1),
  };
}
