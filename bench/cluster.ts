/**
 * The kit's way out and back, in four parts:
 * `loop`: two epochs of "Studio, small" by our own loop, the kit, three epochs in PyTorch by one
 * process, by two workers on a local Ray cluster, and again with one of them killed in an epoch;
 * `classic`: the published network's kit, one epoch;
 * `elsewhere`: a kit after its patience, on other pieces, and what it refuses;
 * `tab`: the whole walk as a person takes it, in the built app.
 * `docs/clusters.md` describes the installation.
 *
 *     npm run check:cluster -- [--only loop,classic,elsewhere,tab] [--keep FOLDER]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOptions, someOf, text } from '../scripts/commandLine';
import { activateInNode } from '../src/engine/wasm/prepareInNode';
import { classicPart } from './cluster/classicPart';
import { elsewherePart } from './cluster/elsewherePart';
import { loopPart } from './cluster/loopPart';
import { tabPart } from './cluster/tabPart';
import { Bounds } from './harness/bounds';
import { PEERS_PYTHON, peersInstalled } from './harness/peer';

const parts = {
  loop: loopPart,
  classic: classicPart,
  elsewhere: elsewherePart,
  tab: tabPart,
};

const { only, keep } = commandOptions({
  only: someOf(['loop', 'classic', 'elsewhere', 'tab']),
  keep: text(undefined),
});
if (!peersInstalled()) {
  console.error(`There is no ${PEERS_PYTHON}: docs/clusters.md says how to install it.`);
  process.exit(1);
}
const folder = keep ?? mkdtempSync(join(tmpdir(), 'etude-cluster-'));
await activateInNode();
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
