import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { describeWasmBuilds } from '../testing/wasmBuilds';
import { wasmEngine } from '../wasm/engine';
import { parityTests } from './paritySuite';

describeWasmBuilds((threads, relaxed) => {
  test('the requested build runs', () => {
    const build = `${relaxed ? 'relaxed' : 'simd'}${threads > 1 ? '-shared' : ''}`;
    expect(wasmEngine()).toMatchObject({ threads, build });
  });

  parityTests(async () => {
    await tf.setBackend('wasm');
  });
});
