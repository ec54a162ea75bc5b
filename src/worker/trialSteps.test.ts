import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectKnownLosses, LOSS_TOLERANCE, takeTrialSteps, trials } from './trialSteps';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('the trial of an engine', () => {
  it.each(Object.entries(trials))('knows what plain JavaScript gives: %s', async (_, trial) => {
    const before = tf.memory().numTensors;
    const { losses, notesPerSecond } = await takeTrialSteps(trial);
    expect(Math.abs(losses[0] - trial.losses[0])).toBeLessThan(LOSS_TOLERANCE / 10);
    expect(Math.abs(losses[1] - trial.losses[1])).toBeLessThan(LOSS_TOLERANCE / 10);
    expect(notesPerSecond).toBeGreaterThan(0);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses a loss that is wrong, no number or missing, with a sentence', () => {
    const trial = { batchSize: 1, losses: [4.5, 4.25] } as const;
    expectKnownLosses(trial, [4.5004, 4.2496]);
    expect(() => expectKnownLosses(trial, [4.502, 4.25])).toThrow(
      'It computes wrong numbers on this machine: a loss of 4.502 in training step 1, where 4.5 is right.',
    );
    expect(() => expectKnownLosses(trial, [4.5, Number.NaN])).toThrow('NaN in training step 2');
    expect(() => expectKnownLosses(trial, [4.5])).toThrow('wrong numbers');
  });
});
