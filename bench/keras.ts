/**
 * Etude's networks and the Keras models that its files become, side by side: probabilities and losses
 * of one batch, three epochs from one file, and the weights after a round trip.
 * `bench/peers/README.md` describes the installation of Keras.
 *
 *     npm run check:keras -- [--only seed,form-small] [--keep FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { commandOptions, someOf, text } from '../scripts/commandLine';
import { activateInNode } from '../src/engine/wasm/prepareInNode';
import { buildNetwork } from '../src/model/buildNetwork';
import { loadWeights } from '../src/model/weights';
import type { NamedWeight } from '../src/model/weightValues';
import type { Checkpoint } from '../src/training/checkpoint';
import { kerasBatch, probabilities } from '../src/training/keras/probabilities';
import { readKerasFile } from '../src/training/keras/read';
import { writeKerasFile } from '../src/training/keras/write';
import { Bounds } from './harness/bounds';
import { PEERS_PYTHON, peersInstalled } from './harness/peer';
import { makeProblem, type Problem, train } from './keras/problem';

const PRESETS = ['seed', 'form-small', 'studio-small'] as const;
const EPOCHS = 3;
/** Tolerances: of probabilities and losses of a batch, and of the losses of three epochs in nats. */
const NEAR = 1e-5;
const NEAR_TRAINED = 1e-3;

const answerSchema = v.object({
  version: v.string(),
  probabilities: v.array(v.array(v.number())),
  losses: v.array(v.number()),
  steps: v.array(v.number()),
});

const { only, keep } = commandOptions({ only: someOf(PRESETS), keep: text(undefined) });
if (!peersInstalled()) {
  console.error('Keras is not installed: bench/peers/README.md says how.');
  process.exit(1);
}
const folder = keep ?? mkdtempSync(join(tmpdir(), 'etude-keras-'));
mkdirSync(folder, { recursive: true });
// The kernels that train in the tab, on one thread.
await activateInNode();
const bounds = new Bounds();
try {
  for (const preset of only ?? PRESETS) await compare(preset);
} finally {
  if (keep === undefined) rmSync(folder, { recursive: true });
}
process.exit(bounds.failed ? 1 : 0);

async function compare(id: (typeof PRESETS)[number]): Promise<void> {
  const problem = await makeProblem(id);
  const provenance = { version: 'check', saved: new Date(), titleOf: () => undefined };
  writeFileSync(join(folder, `${id}.keras`), writeKerasFile(problem.checkpoint, provenance));
  const batches = problem.batches.map((batch) => kerasBatch(problem.preset, batch));
  writeFileSync(join(folder, `${id}.json`), JSON.stringify({ batches }));
  const answer = askKeras(id);
  console.log(`${id}, ${answer.version}`);

  const { checkpoint } = open(`${id}.keras`);
  const ours = probabilities(problem.preset, checkpoint.weights, batches[0]);
  bounds.tell('largest difference of a probability', farthest(ours, answer.probabilities), NEAR);
  const losses = await batchLosses(problem, checkpoint);
  const [total, ...columns] = answer.losses;
  const sum = losses.reduce((a, b) => a + b, 0);
  bounds.tell('difference of the loss, nats', Math.abs(sum - total), NEAR);
  if (columns.length > 0) {
    bounds.tell('largest difference of a column’s loss', farthest([losses], [columns]), NEAR);
  }
  for (const form of ['keras', 'h5', 'weights.h5']) {
    const again = open(`${id}.again.${form}`).checkpoint;
    bounds.tell(
      `weights through Keras’s .${form} that differ`,
      differing(problem.checkpoint, again),
      0,
    );
  }
  const trained = await train(problem, checkpoint, EPOCHS);
  bounds.tell(
    `largest difference of a loss in ${EPOCHS} epochs, ${answer.steps.length} steps`,
    farthest([trained.losses], [answer.steps]),
    NEAR_TRAINED,
  );
  const after = open(`${id}.trained.keras`).checkpoint;
  const values = (weights: readonly NamedWeight[]): number[][] =>
    weights.map((weight) => [...weight.values]);
  console.log(
    `  largest difference of a weight after them: ${farthest(values(trained.weights), values(after.weights)).toExponential(1)}`,
  );
  console.log(
    `  loss from ${trained.losses[0].toFixed(4)} to ${trained.losses.at(-1)?.toFixed(4)}`,
  );
}

function askKeras(id: string): v.InferOutput<typeof answerSchema> {
  const script = join(import.meta.dirname, 'peers/keras_files.py');
  const { status, stderr } = spawnSync(PEERS_PYTHON, [script, folder, id, String(EPOCHS)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Keras failed:\n${stderr}`);
  const file = readFileSync(join(folder, `${id}.answer.json`), 'utf8');
  return v.parse(answerSchema, JSON.parse(file));
}

function open(name: string): { checkpoint: Checkpoint } {
  const read = readKerasFile(new Uint8Array(readFileSync(join(folder, name))));
  if (!read.ok) throw new Error(`${name}: ${read.reason}`);
  return read.model;
}

/** Mean of each column's loss over the batch's rows, nats. */
async function batchLosses(
  { preset, settings, batches: [batch] }: Problem,
  { weights }: Checkpoint,
): Promise<number[]> {
  const network = buildNetwork(preset, settings);
  try {
    loadWeights(network, weights);
    const losses = network.losses(batch);
    const rows = batch.weights.reduce((a, b) => a + b, 0);
    const means = Array.from(await losses.data(), (loss) => loss / rows);
    losses.dispose();
    return means;
  } finally {
    network.dispose();
  }
}

function farthest(a: readonly number[][], b: readonly number[][]): number {
  let most = 0;
  a.forEach((row, i) => {
    if (row.length !== b[i]?.length)
      throw new Error(`${row.length} numbers, and ${b[i]?.length} there`);
    row.forEach((value, j) => {
      most = Math.max(most, Math.abs(value - b[i][j]));
    });
  });
  return most;
}

/** Number of weights, and of Adam's means, that are not the same bits. */
function differing(a: Checkpoint, b: Checkpoint): number {
  const values = ({ weights, optimizer }: Checkpoint): Float32Array[] => [
    ...weights.map((weight) => weight.values),
    ...optimizer.moments.flatMap(({ mean, square }) => [mean, square]),
  ];
  const theirs = values(b);
  let count = 0;
  values(a).forEach((numbers, i) => {
    numbers.forEach((number, j) => {
      if (!Object.is(number, theirs[i][j])) count++;
    });
  });
  return count + Number(a.optimizer.step !== b.optimizer.step);
}
