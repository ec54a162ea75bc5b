import { expect, it } from 'vitest';
import { makeCheckpoint } from '../testApp';
import { snippetPlace, stepsPerEpoch } from './snippetPlace';

it('is the epoch, or the share of the first one', () => {
  expect(snippetPlace({ epoch: 3 }, 100)).toBe(3);
  expect(snippetPlace({ epoch: 0, steps: 25 }, 100)).toBe(0.25);
  expect(snippetPlace({ epoch: 0, steps: 25 }, undefined)).toBe(0);
});

it('counts the steps of an epoch by the run, or by its model', () => {
  expect(stepsPerEpoch({})).toBeUndefined();
  expect(stepsPerEpoch({ checkpoint: makeCheckpoint() })).toBe(10);
});
