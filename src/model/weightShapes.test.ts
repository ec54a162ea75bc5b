import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from './buildNetwork';
import { presets } from './preset';
import { weightShapes } from './weightShapes';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('weightShapes', () => {
  it.each(Object.values(presets))('gives the weights of the built network of $id', (preset) => {
    const network = buildNetwork(preset, preset.defaults);
    const built = network
      .variables()
      .map(({ name, variable }) => ({ name, shape: variable.shape }));
    network.dispose();
    expect(weightShapes(preset)).toEqual(built);
  });
});
