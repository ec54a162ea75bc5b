import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../training/checkpoint';
import { modelOf } from '../testing/composing';
import { compareModels } from './compareModels';

const lossOf = (validationLoss: number, epoch = 2): Checkpoint['best'] => ({
  epoch,
  validationLoss,
  weights: [],
});

describe('the model of a run against the one at hand', () => {
  it('is better with a lower loss on the same held-out pieces', () => {
    const atHand = modelOf('seed', { best: lossOf(2.5) });
    expect(compareModels(modelOf('seed', { best: lossOf(2.4) }), atHand, false)).toBe('better');
    expect(compareModels(modelOf('seed', { best: lossOf(2.5) }), atHand, false)).toBe('not better');
  });

  it('says nothing of other held-out pieces, or of another encoding', () => {
    const atHand = modelOf('seed', { best: lossOf(2.5) });
    const trainedOn = { training: ['b'], validation: ['a'] };
    const others = modelOf('seed', { best: lossOf(2), trainedOn });
    expect(compareModels(others, atHand, false)).toBe('unknown');
    const encoding = { id: 'form', version: 1 } as const;
    const form = modelOf('form-small', { best: lossOf(2), encoding });
    expect(compareModels(form, atHand, false)).toBe('unknown');
  });

  it('compares training losses of the same pieces where none are held out', () => {
    const trainedOn = { training: ['a'], validation: [] };
    const reached = (trainingLoss: number, training = trainedOn): Checkpoint =>
      modelOf('seed', { trainedOn: training, history: [{ epoch: 1, trainingLoss }] });
    expect(compareModels(reached(2), reached(3), false)).toBe('better');
    expect(compareModels(reached(3), reached(2), false)).toBe('not better');
    const other = { training: ['a', 'c'], validation: [] };
    expect(compareModels(reached(2, other), reached(3), false)).toBe('unknown');
  });

  it('is better than its own start once an epoch validates better', () => {
    const atHand = modelOf('seed', { best: lossOf(2.5) });
    const trainedOn = { training: ['c'], validation: ['d'] };
    const reached = (epoch: number): Checkpoint =>
      modelOf('seed', { trainedOn, best: lossOf(4, epoch) });
    expect(compareModels(reached(1), atHand, true)).toBe('better');
    expect(compareModels(reached(0), atHand, true)).toBe('not better');
    expect(compareModels(modelOf('seed', { trainedOn }), atHand, true)).toBe('unknown');
  });
});
