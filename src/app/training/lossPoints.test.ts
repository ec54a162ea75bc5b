import { expect, it } from 'vitest';
import { LossPoints } from './lossPoints';

const history = [
  { epoch: 1, trainingLoss: 3, validationLoss: 3.1 },
  { epoch: 2, trainingLoss: 2.5 },
];

function addSteps(points: LossPoints, from: number, to: number): void {
  for (let step = from; step < to; step++) points.addStep(step / 1000, 1 / (step + 1));
}

it('continues a stored curve without a trace of the interruption', () => {
  const whole = new LossPoints();
  addSteps(whole, 0, 9000);
  const begun = new LossPoints();
  addSteps(begun, 0, 4321);
  const resumed = new LossPoints();
  resumed.restore(begun.snapshot(), history);
  addSteps(resumed, 4321, 9000);
  expect(resumed.steps).toEqual(whole.steps);
  expect(resumed.training).toEqual([
    { x: 1, y: 3 },
    { x: 2, y: 2.5 },
  ]);
  expect(resumed.validation).toEqual([{ x: 1, y: 3.1 }]);
});

it('keeps a snapshot apart from what is added later', () => {
  const points = new LossPoints();
  addSteps(points, 0, 10);
  const snapshot = points.snapshot();
  addSteps(points, 10, 5000);
  points.restore(snapshot, []);
  expect(points.steps).toHaveLength(10);
  points.clear();
  expect(points.steps).toEqual([]);
});
