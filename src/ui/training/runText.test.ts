import { describe, expect, it } from 'vitest';
import type { RunOutcome, TrainingState } from '../../app/training/runState';
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
  it('counts the epochs of an opened model', () => {
    const checkpoint = makeCheckpoint();
    expect(describeRun({ ...run, phase: 'finished', checkpoint })).toBe(
      'A model is ready: 3 epochs of training.',
    );
  });
});

describe('a run that has ended', () => {
  const ended = (outcome: RunOutcome): string =>
    describeRun({ ...run, phase: 'finished', checkpoint: makeCheckpoint(), outcome });
  const done: RunOutcome = { epochs: 40, asked: 40, stopped: false, best: 30 };

  it('counts its epochs', () => {
    expect(ended(done)).toBe('Done · 40 epochs. The model is kept.');
    expect(ended({ ...done, epochs: 1, asked: 1, best: 1 })).toBe(
      'Done · 1 epoch. The model is kept.',
    );
  });
  it('names early stopping as the reason', () => {
    expect(ended({ ...done, epochs: 23, best: 15 })).toBe(
      'Done · 23 of 40 epochs: validation had not become better for 8. The model is kept.',
    );
  });
  it('says that it was stopped', () => {
    expect(ended({ ...done, epochs: 8, stopped: true, best: 8 })).toBe(
      'Stopped after 8 of 40 epochs. The model is kept.',
    );
  });
  it('says which model stays, and why', () => {
    const stopped: RunOutcome = { ...done, epochs: 8, stopped: true, stays: 'Model 1' };
    expect(ended({ ...stopped, epochs: 0, best: undefined })).toBe(
      'Stopped after 0 of 40 epochs. “Model 1” stays.',
    );
    expect(ended(stopped)).toBe('Stopped after 8 of 40 epochs. “Model 1” is better, and stays.');
    expect(ended({ ...done, best: 0, stays: 'Model 1' })).toBe(
      'Done · 40 epochs. “Model 1” was better before, and stays.',
    );
  });
});

function raise(): never {
  throw new Error('The run has progress.');
}
