import * as tf from '@tensorflow/tfjs';
import { expect, it } from 'vitest';
import type { TrainingPiece } from '../../model/composing/contract';
import { presets } from '../../model/preset';
import { packSong } from '../../music/packedSong';
import { EngineError } from '../../training/trainingErrors';
import type { TrainInput } from '../protocol';
import { train } from './train';

function pieceOf(id: string): TrainingPiece {
  const notes = [0, 480, 960].map((tick) => ({ tick, duration: 480, pitch: 60, velocity: 80 }));
  const song = packSong({
    title: id,
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
  });
  return { id, title: id, song };
}

const input: TrainInput = {
  preset: 'seed',
  settings: { ...presets.seed.defaults, epochs: 1, batchSize: 2, sequenceLength: 2 },
  pieces: ['a', 'b'].map(pieceOf),
  backend: 'cpu',
};

/** Progress up to the first that tells of a network, or all of it. */
async function kindsUntilReady(change: Partial<TrainInput>): Promise<string[]> {
  const kinds: string[] = [];
  const { signal } = new AbortController();
  for await (const { kind } of train({ ...input, ...change }, { signal })) {
    kinds.push(kind);
    if (kind === 'ready') break;
  }
  return kinds;
}

it('trains on an engine that nobody has measured only if it passes the trial', async () => {
  expect(await kindsUntilReady({ untried: true })).toEqual(['preparing', 'ready']);
  const [tanh] = tf.getKernelsForBackend('cpu').filter(({ kernelName }) => kernelName === 'Tanh');
  const relu = tf.getKernel('Relu', 'cpu');
  tf.unregisterKernel('Relu', 'cpu');
  tf.registerKernel({ ...relu, kernelFunc: tanh.kernelFunc });
  try {
    expect(await kindsUntilReady({ untried: false })).toEqual(['preparing', 'ready']);
    const failing = kindsUntilReady({ untried: true });
    await expect(failing).rejects.toBeInstanceOf(EngineError);
    await expect(failing).rejects.toThrow(/computes wrong numbers/);
  } finally {
    tf.unregisterKernel('Relu', 'cpu');
    tf.registerKernel(relu);
  }
});
