/**
 * The kit's way out and back: pieces of the sample library, two epochs by our own loop, the kit, three
 * epochs in PyTorch on a local Ray cluster, and the file in again. Also one worker against two, and a
 * worker killed in the middle of an epoch. `docs/clusters.md` describes the installation.
 *
 *     npm run check:cluster -- [--keep FOLDER]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { unzipSync } from 'fflate';
import { commandOptions, text } from '../scripts/commandLine';
import { readKerasFile } from '../src/training/keras/read';
import { writeKit } from '../src/training/kit/write';
import { readProgram, runKit } from './cluster/kitRun';
import { trainedHere, validationHere } from './cluster/walk';
import { PEERS_PYTHON, peersInstalled } from './harness/peer';

const EPOCHS_HERE = 2;
const EPOCHS_THERE = 3;
/** Most that two workers' losses may differ from one's, and a loss there from the same here, nats. */
const NEAR = 1e-3;

const { keep } = commandOptions({ keep: text(undefined) });
if (!peersInstalled()) {
  console.error(`There is no ${PEERS_PYTHON}: docs/clusters.md says how to install it.`);
  process.exit(1);
}
const folder = keep ?? mkdtempSync(join(tmpdir(), 'etude-cluster-'));
mkdirSync(folder, { recursive: true });
await tf.setBackend('cpu');
let failed = false;
try {
  await walk();
} finally {
  if (keep === undefined) rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);

async function walk(): Promise<void> {
  const before = await trainedHere(EPOCHS_HERE);
  const { checkpoint, dataset } = before;
  console.log(`here: ${checkpoint.history.map(({ trainingLoss }) => trainingLoss.toFixed(3))}`);
  const provenance = { version: 'check', saved: new Date(), titleOf: (id: string) => id };
  const zip = writeKit(checkpoint, dataset, provenance, readProgram());
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  console.log(`kit: ${(zip.length / 1e6).toFixed(1)} MB`);

  const epochs = String(EPOCHS_THERE);
  const one = await runKit(folder, 'one', ['--epochs', epochs]);
  const two = await runKit(folder, 'two', ['--epochs', epochs, '--ray', '--workers', '2']);
  const lost = await runKit(
    folder,
    'lost',
    ['--epochs', epochs, '--ray', '--workers', '2', '--log-steps', '1', '--save-steps', '2'],
    { killAfter: { epoch: EPOCHS_HERE + 2, batch: 6 } },
  );
  tell('difference of a golden loss, nats', one.golden, 1e-4);
  for (const [name, run] of Object.entries({ 'one worker': one, 'two workers': two })) {
    console.log(`  ${name}: ${Math.round(run.notesPerSecond)} notes/s in the last epoch`);
  }
  tell(
    'two workers against one, largest difference of a loss',
    farthest(one.losses, two.losses),
    NEAR,
  );
  tell('a run whose worker was killed, the same', farthest(two.losses, lost.losses), NEAR);
  tell('starts of that run that are not two', Math.abs(lost.starts.length - 2), 0);
  const [, again] = lost.starts;
  console.log(`  it went on in epoch ${again?.epoch} after batch ${again?.batch}`);

  const read = readKerasFile(new Uint8Array(readFileSync(join(two.out, 'model.keras'))));
  if (!read.ok) throw new Error(read.reason);
  const after = read.model.checkpoint;
  console.log(`back: ${after.history.map(({ trainingLoss }) => trainingLoss.toFixed(3))}`);
  const past = JSON.stringify(after.history.slice(0, EPOCHS_HERE));
  tell(
    'epochs of the history that are another',
    Number(past !== JSON.stringify(checkpoint.history)),
    0,
  );
  tell('epochs that are missing', EPOCHS_HERE + EPOCHS_THERE - after.history.length, 0);
  const there = after.history.at(-1)?.validationLoss ?? Number.NaN;
  const here = await validationHere(before, after);
  tell('validation loss there and here, difference in nats', Math.abs(there - here), NEAR);
}

function tell(what: string, value: number, most: number): void {
  const fits = value <= most;
  if (!fits) failed = true;
  console.log(
    `  ${fits ? 'ok    ' : 'FAILED'} ${what}: ${value === 0 ? '0' : value.toExponential(1)}`,
  );
}

function farthest(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(...a.map((value, i) => Math.abs(value - b[i])));
}
