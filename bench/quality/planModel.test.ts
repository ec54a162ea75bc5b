import { describe, expect, it } from 'vitest';
import { PlanModel } from './planModel.ts';

const CLASSES = 5;

describe('the model of plans', () => {
  it('knows nothing at first', () => {
    expect(new PlanModel([], CLASSES).nats([3])).toBeCloseTo(Math.log(CLASSES));
    expect(new PlanModel([], CLASSES).nats([])).toBe(0);
  });

  it('gives probabilities that sum to one, for plans of every length', () => {
    const model = new PlanModel(
      [
        [0, 0, 1, 2, 0, 1],
        [0, 3],
      ],
      CLASSES,
    );
    for (const length of [1, 2, 3]) {
      let sum = 0;
      for (let code = 0; code < CLASSES ** length; code++) {
        const plan = Array.from({ length }, (_, i) => Math.floor(code / CLASSES ** i) % CLASSES);
        sum += Math.exp(-model.nats(plan));
      }
      expect(sum).toBeCloseTo(1);
    }
  });

  it('finds a plan like those it has learnt from cheap, and another one dear', () => {
    const known = [0, 0, 0, 0, 1, 1, 2, 2];
    const model = new PlanModel(new Array(20).fill(known), CLASSES);
    expect(model.nats(known) / known.length).toBeLessThan(0.3);
    expect(model.nats([4, 3, 4, 3, 4, 3, 4, 3]) / 8).toBeGreaterThan(1.5);
  });

  it('learns the habits of the plan in hand', () => {
    const model = new PlanModel([[0, 1, 2]], CLASSES);
    const habit = Array.from({ length: 40 }, (_, i) => 3 + (i % 2));
    expect(model.nats(habit)).toBeLessThan(0.6 * 40 * Math.log(CLASSES));
    // And forgets them again: the next plan costs what it did before.
    expect(model.nats([3])).toBeCloseTo(new PlanModel([[0, 1, 2]], CLASSES).nats([3]));
  });
});
