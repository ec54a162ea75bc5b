/** The published network's kit: one epoch here, one in PyTorch, and the result here again. */
import { presets } from '../../src/model/preset';
import type { Bounds } from '../harness/bounds';
import { type Problem, trainedHere, validationHere } from './here';
import { readResult, runKit, unpackKit } from './kitRun';

/** Few notes: plain JavaScript takes some 5 ms for a step of one window. */
const PROBLEM: Problem = {
  preset: presets.seed,
  settings: { epochs: 2, batchSize: 16 },
  rows: 16,
};

export async function classicPart(folder: string, bounds: Bounds): Promise<void> {
  const before = await trainedHere(PROBLEM, 1);
  unpackKit(folder, before);
  const run = await runKit(folder, 'one', ['--epochs', '1']);
  bounds.tell('difference of the golden loss, nats', run.golden, 1e-4);
  const after = readResult(run);
  const losses = after.history.map(({ trainingLoss }) => trainingLoss);
  console.log(`  loss here ${losses[0].toFixed(3)}, then in PyTorch ${losses[1]?.toFixed(3)}`);
  bounds.tell('epochs that are missing', 2 - after.history.length, 0);
  bounds.tell(
    'steps of Adam that are missing',
    2 * before.checkpoint.step - after.optimizer.step,
    0,
  );
  const there = after.history.at(-1)?.validationLoss ?? Number.NaN;
  const here = await validationHere(PROBLEM, before, after);
  bounds.tell('validation loss there and here, difference in nats', Math.abs(there - here), 1e-3);
}
