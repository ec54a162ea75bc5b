import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lstmSequence } from '../lstm/lstmSequence';
import { drawProblem, opAnswers, referenceAnswers } from '../lstm/parityProblem';
import { parityTests } from '../lstm/paritySuite';
import type { LstmSize } from '../lstm/reference';
import { expectParity } from '../testing/parity';
import { contextOf, narrowToWebgl } from './context';

const small: LstmSize = { batch: 3, time: 4, width: 2, units: 5, columnClasses: [] };

describe('webgl', () => {
  parityTests(async () => {
    await tf.setBackend('webgl');
  });
});

describe('webgl, besides parity', () => {
  beforeEach(async () => {
    await tf.setBackend('webgl');
  });

  test('keeps memory flat over repeated steps, dense and indexed', async () => {
    const problems = [
      drawProblem(small, true, 5),
      drawProblem({ ...small, columnClasses: [3, 4] }, false, 5),
    ];
    const step = async (): Promise<void> => {
      for (const problem of problems) await opAnswers(problem);
    };
    await step();
    const before = gpuMemory();
    for (let i = 0; i < 3; i++) await step();
    expect(gpuMemory()).toEqual(before);
  });

  test('keeps nothing of a forward pass but its outputs', async () => {
    const problem = drawProblem(small, true, 6);
    const weights = [
      tf.tensor3d(problem.input, [3, 4, 2], 'float32'),
      tf.tensor2d(problem.kernel, [2, 20]),
      tf.tensor2d(problem.recurrentKernel, [5, 20]),
      tf.tensor1d(problem.bias),
    ];
    const run = async (): Promise<void> => {
      const [input, kernel, recurrentKernel, bias] = weights;
      const result = lstmSequence({ input, kernel, recurrentKernel, bias });
      await result.hidden.data();
      tf.dispose([result.hidden, result.lastHidden, result.lastCell]);
    };
    await run();
    const before = gpuMemory();
    await run();
    expect(gpuMemory()).toEqual(before);
    tf.dispose(weights);
  });

  test('frees what a gradient would need when none is taken', async () => {
    const { kernel, recurrentKernel, bias } = drawProblem(small, false, 7);
    const start = gpuMemory();
    tf.tidy(() => {
      const input = tf.variable(tf.ones([3, 4, 2]));
      const { gradients } = {
        gradients: tf.grads((x: tf.Tensor) => {
          lstmSequence({
            input: x,
            kernel: tf.tensor2d(kernel, [2, 20]),
            recurrentKernel: tf.tensor2d(recurrentKernel, [5, 20]),
            bias: tf.tensor1d(bias),
          });
          return tf.sum(x);
        }),
      };
      gradients([input]);
      input.dispose();
    });
    expect(gpuMemory()).toEqual(start);
  });

  test('passes an empty sequence through', async () => {
    const problem = drawProblem({ ...small, time: 0 }, false, 8);
    const { lastHidden, lastCell, dInitialHidden, dInitialCell, dBias } = await opAnswers(problem);
    expect(lastHidden).toEqual(problem.hidden);
    expect(lastCell).toEqual(problem.cell);
    expect(dInitialHidden).toEqual(problem.cotangents.lastHidden);
    expect(dInitialCell).toEqual(problem.cotangents.lastCell);
    expect(Array.from(dBias)).toEqual(Array.from({ length: 20 }, () => 0));
  });

  test('takes tensors that tfjs has packed, sliced or reshaped', async () => {
    const problem = drawProblem(small, true, 9);
    const expected = referenceAnswers(problem);
    const hidden = tf.tidy(() => {
      const padded = tf.concat([tf.zeros([7]), tf.tensor1d(problem.bias)]);
      return lstmSequence({
        // Element-wise operations pack; a flat tensor must be packed anew for its other shape.
        input: tf.add(tf.tensor1d(Float32Array.from(problem.input)), 0).reshape([3, 4, 2]),
        kernel: tf.mul(tf.tensor2d(problem.kernel, [2, 20]), 1),
        recurrentKernel: tf.tensor2d(problem.recurrentKernel, [20, 5]).reshape([5, 20]),
        bias: tf.slice(padded, [7], [20]),
        initialHidden: tf.tensor2d(problem.hidden, [3, 5]),
        initialCell: tf.tensor2d(problem.cell, [3, 5]),
      }).hidden;
    });
    expectParity({ hidden: await hidden.data() }, { hidden: expected.hidden });
    hidden.dispose();
  });
});

describe('webgl on smaller adapters', () => {
  const sizes: LstmSize[] = [
    { batch: 9, time: 20, width: 2, units: 5, columnClasses: [] },
    { batch: 9, time: 20, width: 2, units: 9, columnClasses: [3, 4] },
  ];
  const limits = [
    { unitsPerTile: 1, maxTextureSize: 8192 },
    // Three blocks of rows a slot: sequences continue in further columns of slots.
    { unitsPerTile: 2, maxTextureSize: 48 },
    { unitsPerTile: 1, maxTextureSize: 48 },
  ] as const;
  const cases = limits.flatMap((limit) => sizes.map((size) => ({ ...limit, size })));

  test.each(cases)('$unitsPerTile units a tile, textures of $maxTextureSize', async (limited) => {
    await tf.setBackend('webgl');
    const { size, unitsPerTile, maxTextureSize } = limited;
    const context = contextOf(narrowToWebgl(tf.backend()));
    const full = { ...context };
    Object.assign(context, { unitsPerTile, maxTextureSize });
    try {
      const problem = drawProblem(size, true, 12);
      expectParity(await opAnswers(problem), referenceAnswers(problem));
    } finally {
      Object.assign(context, full);
    }
  });

  test('reports which texture is too large', async () => {
    await tf.setBackend('webgl');
    const context = contextOf(narrowToWebgl(tf.backend()));
    const { maxTextureSize } = context;
    context.maxTextureSize = 4;
    try {
      const before = gpuMemory();
      await expect(opAnswers(drawProblem(small, true, 13))).rejects.toThrow(/texture of 8 x/);
      expect(gpuMemory().bytes).toBe(before.bytes);
    } finally {
      context.maxTextureSize = maxTextureSize;
    }
  });
});

describe('webgl that cannot be trusted', () => {
  const flag = 'WEBGL_RENDER_FLOAT32_ENABLED';

  beforeEach(async () => {
    await tf.setBackend('webgl');
  });

  afterEach(() => {
    tf.env().set(flag, true);
  });

  test('refuses half precision in words', async () => {
    const problem = drawProblem(small, false, 10);
    tf.env().set(flag, false);
    await expect(opAnswers(problem)).rejects.toThrow(/half precision/);
  });

  // Last: tfjs does not recover from the loss of its context.
  test('refuses a lost context in words', async () => {
    const problem = drawProblem(small, false, 11);
    const backend = tf.backend();
    if (!(backend instanceof MathBackendWebGL)) throw new TypeError('Not the WebGL backend');
    const { gl } = backend.gpgpu;
    const lost = new Promise((resolve) => {
      gl.canvas.addEventListener('webglcontextlost', resolve);
    });
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    await lost;
    await expect(opAnswers(problem)).rejects.toThrow(/WebGL context lost/);
  });
});

function gpuMemory(): { tensors: number; bytes: unknown } {
  const memory: object = tf.memory();
  const bytes: unknown = 'numBytesInGPU' in memory ? memory.numBytesInGPU : undefined;
  expect(typeof bytes).toBe('number');
  return { tensors: tf.memory().numTensors, bytes };
}
