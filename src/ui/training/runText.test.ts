import { describe, expect, it } from 'vitest';
import type { TrainingState } from '../../app/state';
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

function raise(): never {
  throw new Error('The run has progress.');
}
