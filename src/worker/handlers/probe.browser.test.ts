import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Adam } from '../../engine/adam/adam';
import { type BackendName, backendNames, type EngineMeasurement } from '../../engine/engineReport';
import { disposeWasmKernels } from '../../engine/wasm/engine';
import { probe } from './probe';

async function measure(backend: BackendName): Promise<EngineMeasurement> {
  const { signal } = new AbortController();
  const next = await probe({ backend }, { signal }).next();
  if (!next.done) throw new Error('The probe tells of no progress.');
  return next.value;
}

afterEach(() => {
  vi.restoreAllMocks();
  disposeWasmKernels();
});

const { applyGradients } = Adam.prototype;

describe('the probe', () => {
  it.each(backendNames)('measures an engine that computes rightly: %s', async (backend) => {
    const measured = await measure(backend);
    expect(measured).toMatchObject({ backend, adapter: expect.stringMatching(/\S/) });
    expect(measured.notesPerSecond).toBeGreaterThan(0);
  });

  it('refuses an engine that computes wrong losses', async () => {
    const [tanh] = tf.getKernelsForBackend('cpu').filter(({ kernelName }) => kernelName === 'Tanh');
    const relu = tf.getKernel('Relu', 'cpu');
    tf.unregisterKernel('Relu', 'cpu');
    tf.registerKernel({ ...relu, kernelFunc: tanh.kernelFunc });
    try {
      await expect(measure('cpu')).rejects.toThrow(
        /^It computes wrong numbers on this machine: a loss of .* in training step 1, where /,
      );
    } finally {
      tf.unregisterKernel('Relu', 'cpu');
      tf.registerKernel(relu);
    }
  });

  it('refuses an engine that computes wrong gradients', async () => {
    vi.spyOn(Adam.prototype, 'applyGradients').mockImplementation(function (
      this: Adam,
      gradients,
      rate,
    ) {
      if (Array.isArray(gradients)) throw new Error('The gradients come under their names.');
      // As an engine does that loses one of them.
      const [first, ...others] = Object.entries(gradients);
      const lost = tf.zerosLike(first[1]);
      applyGradients.call(this, Object.fromEntries([[first[0], lost], ...others]), rate);
      lost.dispose();
    });
    await expect(measure('cpu')).rejects.toThrow(/wrong numbers .* in training step 2, where /);
  });

  it('refuses a graphics adapter that is taken away', async () => {
    vi.spyOn(Adam.prototype, 'applyGradients').mockImplementation(function (
      this: Adam,
      gradients,
      rate,
    ) {
      applyGradients.call(this, gradients, rate);
      const backend = tf.backend();
      if (backend instanceof MathBackendWebGL) {
        backend.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
      }
    });
    await expect(measure('webgl')).rejects.toThrow(/took the graphics adapter away/);
  });
});
