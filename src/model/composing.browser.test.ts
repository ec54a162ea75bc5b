/** Composing runs on the CPU, even while the GPU trains. */
import * as tf from '@tensorflow/tfjs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBackend } from '../engine/backend/backend';
import { fastestKernels } from '../engine/composingKernels';
import { disposeWasmKernels } from '../engine/wasm/engine';
import { encodings } from '../music/encoding';
import { Random } from '../music/random';
import { buildNetwork } from './buildNetwork';
import { createComposer } from './createComposer';
import { type PresetId, presets } from './preset';
import { saveWeights } from './weights';
import type { NamedWeight } from './weightValues';

beforeAll(async () => {
  await startBackend('webgl');
});

afterEach(() => vi.restoreAllMocks());

afterAll(disposeWasmKernels);

/** All calls that send work to the GPU or read results back. */
const ENTRANCES = [
  'drawArrays',
  'drawElements',
  'texImage2D',
  'texSubImage2D',
  'bufferData',
  'readPixels',
] as const satisfies (keyof WebGL2RenderingContext)[];

function watchAdapter(): () => number {
  const spies = ENTRANCES.map((name) => vi.spyOn(WebGL2RenderingContext.prototype, name));
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

async function trainedWeights(id: PresetId): Promise<NamedWeight[]> {
  const network = buildNetwork(presets[id], presets[id].defaults);
  try {
    return await saveWeights(network);
  } finally {
    network.dispose();
  }
}

describe('composing while WebGL is the backend', () => {
  it.each(['seed', 'studio-small', 'form-small'] as const)(
    'never calls on WebGL: %s',
    async (id) => {
      const preset = presets[id];
      const weights = await trainedWeights(id);
      expect(tf.getBackend()).toBe('webgl');
      const width = encodings[preset.encoding].columns.length;
      const calls = watchAdapter();
      const kernels = vi.spyOn(tf.engine(), 'runKernel');
      const composer = createComposer(preset, weights, 32, await fastestKernels());
      let rows = 0;
      for (const added of composer.compose({
        prompt: { width, data: new Int16Array(0) },
        length: 4,
        timeSignature: { tick: 0, numerator: 4, denominator: 4 },
        random: [Random.fromSeed(1), Random.fromSeed(2)],
        temperature: 1,
        rhythmTemperature: 1,
        topP: 0.95,
      })) {
        rows += added.length;
      }
      expect(rows).toBeGreaterThanOrEqual(4);
      expect(calls()).toBe(0);
      // No tfjs kernel of any backend runs either.
      expect(kernels).not.toHaveBeenCalled();
      expect(tf.getBackend()).toBe('webgl');
    },
  );

  it('would be detected on the GPU', async () => {
    const calls = watchAdapter();
    const kernels = vi.spyOn(tf.engine(), 'runKernel');
    const sum = tf.tidy(() => tf.sum(tf.square(tf.range(0, 5000))));
    expect((await sum.data())[0]).toBeGreaterThan(0);
    sum.dispose();
    expect(calls()).toBeGreaterThan(0);
    expect(kernels).toHaveBeenCalled();
  });
});
