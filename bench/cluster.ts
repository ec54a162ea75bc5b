/**
 * The kit's way out and back, in three parts:
 * `loop`: two epochs of "Studio, small" by our own loop, the kit, three epochs in PyTorch by one
 * process, by two workers on a local Ray cluster, and again with one of them killed in an epoch;
 * `classic`: the published network's kit, one epoch;
 * `tab`: the whole walk as a person takes it, in the built app.
 * `docs/clusters.md` describes the installation.
 *
 *     npm run check:cluster -- [--only loop,classic,tab] [--keep FOLDER]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { commandOptions, someOf, text } from '../scripts/commandLine';
import { classicPart } from './cluster/classicPart';
import { loopPart } from './cluster/loopPart';
import { tabPart } from './cluster/tabPart';
import { Bounds } from './harness/bounds';
import { PEERS_PYTHON, peersInstalled } from './harness/peer';

const parts = { loop: loopPart, classic: classicPart, tab: tabPart };

const { only, keep } = commandOptions({
  only: someOf(['loop', 'classic', 'tab']),
  keep: text(undefined),
});
if (!peersInstalled()) {
  console.error(`There is no ${PEERS_PYTHON}: docs/clusters.md says how to install it.`);
  process.exit(1);
}
const folder = keep ?? mkdtempSync(join(tmpdir(), 'etude-cluster-'));
await tf.setBackend('cpu');
const bounds = new Bounds();
try {
  for (const part of only) {
    console.log(part);
    const own = join(folder, part);
    mkdirSync(own, { recursive: true });
    await parts[part](own, bounds);
  }
} finally {
  if (keep === undefined) rmSync(folder, { recursive: true });
}
process.exit(bounds.failed ? 1 : 0);
