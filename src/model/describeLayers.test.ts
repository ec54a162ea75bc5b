import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { buildNetwork } from './buildNetwork';
import { describeLayers } from './describeLayers';
import { presets } from './preset';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

it.each(Object.values(presets))('describes $id as its live network does', (preset) => {
  const network = buildNetwork(preset, preset.defaults);
  expect(describeLayers(preset)).toEqual(network.summary());
  network.dispose();
});
