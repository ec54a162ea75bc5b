import { describe, expect, it } from 'vitest';
import { PlanModel } from './planModel.ts';

const CLASSES = 5;

describe('the model of plans', () => {
  it('is uniform at first', () => {
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

  it('assigns few nats to plans like the training plans, and many to others', () => {
    const known = [0, 0, 0, 0, 1, 1, 2, 2];
    const model = new PlanModel(new Array(20).fill(known), CLASSES);
    expect(model.nats(known) / known.length).toBeLessThan(0.3);
    expect(model.nats([4, 3, 4, 3, 4, 3, 4, 3]) / 8).toBeGreaterThan(1.5);
  });

  it('adapts to the current plan', () => {
    const model = new PlanModel([[0, 1, 2]], CLASSES);
    const habit = Array.from({ length: 40 }, (_, i) => 3 + (i % 2));
    expect(model.nats(habit)).toBeLessThan(0.6 * 40 * Math.log(CLASSES));
    // The next plan starts from the training plans again.
    expect(model.nats([3])).toBeCloseTo(new PlanModel([[0, 1, 2]], CLASSES).nats([3]));
  });
});
