import * as tf from '@tensorflow/tfjs';
import { describe } from 'vitest';
import { parityTests } from '../paritySuite';

describe('webgl', () => {
  parityTests(async () => {
    await tf.setBackend('webgl');
  });
});
