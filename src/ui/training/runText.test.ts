import { describe, expect, it } from 'vitest';
import type { TrainingState } from '../../app/state';
import { presets } from '../../model/preset';
import type { Checkpoint } from '../../training/checkpoint';
import { makeCheckpoint } from '../testApp';
import { describeRun } from './runText';

const run: TrainingState = {
  phase: 'running',
  preparing: '',
  epochs: [],
  progress: {
    step: 41,
    totalSteps: 960,
    epoch: 1,
    epochs: 10,
    batch: 41,
    batches: 96,
    loss: 3,
    notesPerSecond: 9430.4,
    secondsLeft: 412,
  },
};

describe('describeRun', () => {
  it('gives epoch, batch, speed and time left', () => {
    expect(describeRun(run)).toBe('Epoch 1 of 10 · batch 41 of 96 · 9,430 notes/s · 7 min left');
  });
  it('leaves out what is not known yet', () => {
    const { notesPerSecond, secondsLeft, ...progress } = run.progress ?? raise();
    expect(describeRun({ ...run, progress })).toBe('Epoch 1 of 10 · batch 41 of 96');
  });
  it('always says that the engine is being prepared', () => {
    expect(describeRun({ ...run, phase: 'preparing' })).toBe('Preparing the engine...');
  });
  it('counts the epochs of a finished run', () => {
    const epochs = [{ epoch: 1, trainingLoss: 3 }];
    expect(describeRun({ ...run, phase: 'finished', epochs })).toBe(
      'Done · 1 epoch. The model is kept.',
    );
  });
});

describe('a run that has ended', () => {
  const history = Array.from({ length: 23 }, (_, i) => ({
    epoch: i + 1,
    trainingLoss: 3,
    validationLoss: 4 + Math.abs(i + 1 - 15),
  }));
  const ended = (epochs: number, best: number): string => {
    const settings = { ...presets['studio-medium'].defaults, epochs };
    const checkpoint: Checkpoint = {
      ...makeCheckpoint(),
      preset: 'studio-medium',
      settings,
      history,
      best: { epoch: best, validationLoss: 4, weights: [] },
    };
    return describeRun({ ...run, phase: 'finished', epochs: history, checkpoint });
  };

  it('names early stopping as the reason', () => {
    expect(ended(40, 15)).toBe(
      'Done · 23 of 40 epochs: validation had not become better for 8. The model is kept.',
    );
  });
  it('gives no reason after Stop or after the last epoch', () => {
    expect(ended(40, 20)).toBe('Done · 23 epochs. The model is kept.');
    expect(ended(23, 15)).toBe('Done · 23 epochs. The model is kept.');
  });
});

function raise(): never {
  throw new Error('The run has progress.');
}
