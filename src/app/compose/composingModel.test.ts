import { expect, it } from 'vitest';
import { modelOf } from '../testing/composing';
import { composingModel, epochsBehind, stepsBehind } from './composingModel';

const weightsOf = (value: number) => [
  { name: 'dense/bias', shape: [1], values: Float32Array.of(value) },
];
const weights = weightsOf(1);
const lineage = { epochs: 7, pieces: [], heldOut: [] };

it('takes the newest weights before the first epoch has ended, even where the start is validated', () => {
  const best = { epoch: 0, validationLoss: 1, weights: weightsOf(2) };
  const early = modelOf('seed', { epoch: 0, step: 40, history: [], weights, best, lineage });
  expect(composingModel(early, 'best').weights).toBe(weights);
  expect(stepsBehind(early)).toBe(40);
  expect(epochsBehind(early)).toBe(7);
});

it('takes the best ones after it', () => {
  const best = { epoch: 0, validationLoss: 1, weights: weightsOf(2) };
  const later = modelOf('seed', { epoch: 1, step: 90, weights, best });
  expect(composingModel(later, 'best').weights).toBe(best.weights);
  expect(composingModel(later, 'latest').weights).toBe(weights);
  expect(stepsBehind(later)).toBeUndefined();
});
