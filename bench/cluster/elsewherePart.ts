/**
 * What a kit meets besides its own pieces: a model that has waited out its patience, shards that
 * `npm run encode` wrote, shards of another encoding, and a folder that holds another run.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { presets } from '../../src/model/preset';
import type { Bounds } from '../harness/bounds';
import { type Problem, trainedHere } from './here';
import { readResult, runKit, unpackKit } from './kitRun';

const ROOT = join(import.meta.dirname, '../..');
const LIBRARY = join(ROOT, 'public/library');
/** Pieces of the library that are encoded, and epochs that brought nothing. */
const PIECES = 8;
const STALE = 9;

const PROBLEM: Problem = {
  preset: presets['form-small'],
  settings: { epochs: 5, batchSize: 4, sequenceLength: 48 },
  rows: 48,
};

export async function elsewherePart(folder: string, bounds: Bounds): Promise<void> {
  const { checkpoint, dataset } = await trainedHere(PROBLEM, 1);
  const [first] = checkpoint.history;
  const stale = Array.from({ length: STALE }, (_, i) => ({ ...first, epoch: i + 2 }));
  const history = [first, ...stale];
  unpackKit(folder, { checkpoint: { ...checkpoint, history, epoch: history.length }, dataset });

  const epochs = ['--epochs', '2'];
  const waited = readResult(await runKit(folder, 'waited', epochs));
  bounds.tell('epochs missing after patience', history.length + 2 - waited.history.length, 0);

  const music = join(folder, 'music');
  mkdirSync(music);
  const names = readdirSync(LIBRARY).filter((name) => name.endsWith('.mid'));
  for (const name of names.slice(0, PIECES)) cpSync(join(LIBRARY, name), join(music, name));
  const shards = encode(music, join(folder, 'shards'), 'form');
  const other = readResult(await runKit(folder, 'other', [...epochs, '--data', shards]));
  const { best, lineage, trainedOn } = other;
  bounds.tell('pieces of the kit forgotten', forgotten(dataset.training, lineage?.pieces), 0);
  const now = trainedOn.training.length + trainedOn.validation.length;
  bounds.tell('pieces of the shards forgotten', PIECES - now, 0);
  const losses = other.history.slice(history.length).map((one) => one.validationLoss ?? 0);
  // The best is one of those measured on the new pieces, not the tab's.
  const fromHere = (best?.epoch ?? 0) >= history.length;
  bounds.tell('a best that is not of these pieces', Number(!fromHere), 0);
  console.log(`  best ${best?.validationLoss.toFixed(3)}, then ${losses.map((x) => x.toFixed(3))}`);

  const melody = encode(music, join(folder, 'melody'), 'melody');
  const refusals = [
    ['another encoding', 'mixed', [...epochs, '--data', melody], 'needs "form"'],
    ['another run', 'other', epochs, 'another model or of other pieces'],
  ] as const;
  for (const [what, out, options, words] of refusals) {
    const reason = await runKit(folder, out, options).then(() => '', String);
    bounds.tell(`${what} that is not refused`, Number(!reason.includes(words)), 0);
  }
}

function encode(music: string, out: string, encoding: string): string {
  const options = ['--encoding', encoding, '--validation', '0.3', '--processes', '1'];
  const run = spawnSync('npx', ['tsx', 'scripts/encode.ts', music, out, ...options], { cwd: ROOT });
  if (run.status !== 0) throw new Error(`Encoding failed:\n${run.stderr}`);
  return out;
}

function forgotten(pieces: readonly { id: string }[], heard: readonly string[] = []): number {
  return pieces.filter(({ id }) => !heard.includes(id)).length;
}
