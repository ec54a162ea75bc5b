import * as tf from '@tensorflow/tfjs';
import { describe } from 'vitest';
import { parityTests } from './paritySuite';

describe('cpu', () => {
  parityTests(async () => {
    await tf.setBackend('cpu');
  });
});
