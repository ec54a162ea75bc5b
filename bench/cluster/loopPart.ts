/** The walk by our own loop: one worker against two, and one that is killed in an epoch. */
import { presets } from '../../src/model/preset';
import { type Bounds, farthest } from '../harness/bounds';
import { type Problem, trainedHere, validationHere } from './here';
import { readResult, runKit, unpackKit } from './kitRun';

const EPOCHS_HERE = 2;
const EPOCHS_THERE = 3;
/** Most that two workers' losses may differ from one's, and a loss there from the same here, nats. */
const NEAR = 1e-3;

const PROBLEM: Problem = {
  preset: presets['form-small'],
  settings: { epochs: 5, batchSize: 4, sequenceLength: 48 },
  rows: 96,
};

export async function loopPart(folder: string, bounds: Bounds): Promise<void> {
  const before = await trainedHere(PROBLEM, EPOCHS_HERE);
  const { history } = before.checkpoint;
  console.log(`  here: ${history.map(({ trainingLoss }) => trainingLoss.toFixed(3))}`);
  const bytes = unpackKit(folder, before);
  console.log(`  kit: ${(bytes / 1e6).toFixed(1)} MB`);

  const epochs = ['--epochs', String(EPOCHS_THERE)];
  const cluster = [...epochs, '--ray', '--workers', '2'];
  const one = await runKit(folder, 'one', epochs);
  const two = await runKit(folder, 'two', cluster);
  const lost = await runKit(folder, 'lost', [...cluster, '--log-steps', '1', '--save-steps', '2'], {
    killAfter: { epoch: EPOCHS_HERE + 2, batch: 6 },
  });
  bounds.tell('difference of a golden loss, nats', one.golden, 1e-4);
  for (const [name, run] of Object.entries({ 'one worker': one, 'two workers': two })) {
    console.log(`  ${name}: ${Math.round(run.notesPerSecond)} notes/s in the last epoch`);
  }
  bounds.tell(
    'two workers against one, largest difference of a loss',
    farthest(one.losses, two.losses),
    NEAR,
  );
  bounds.tell('a run whose worker was killed, the same', farthest(two.losses, lost.losses), NEAR);
  bounds.tell('starts of that run that are not two', Math.abs(lost.starts.length - 2), 0);
  const [, again] = lost.starts;
  console.log(`  it went on in epoch ${again?.epoch} after batch ${again?.batch}`);

  const after = readResult(two);
  console.log(`  back: ${after.history.map(({ trainingLoss }) => trainingLoss.toFixed(3))}`);
  const past = JSON.stringify(after.history.slice(0, EPOCHS_HERE));
  bounds.tell(
    'epochs of the history that are another',
    Number(past !== JSON.stringify(history)),
    0,
  );
  bounds.tell('epochs that are missing', EPOCHS_HERE + EPOCHS_THERE - after.history.length, 0);
  const there = after.history.at(-1)?.validationLoss ?? Number.NaN;
  const here = await validationHere(PROBLEM, before, after);
  bounds.tell('validation loss there and here, difference in nats', Math.abs(there - here), NEAR);
}
